-- A decision can be put to a vote in the room, where the rules of its body allow one.
alter table council.decisions drop constraint decisions_way;
alter table council.decisions add constraint decisions_way check (way in ('room', 'silence', 'vote'));
