-- Boarding and arrival: every tick is a fact of its own, with the device and its clock. What stands follows from the marks that no
-- other has taken the place of (contract/repatriation/boarding/marks.ts); the state of a line follows from its steps.

create table repatriation.marks (
  -- Made by the device.
  id uuid primary key,
  operation_id uuid not null,
  line_id uuid not null,
  -- Of an arrival there is none.
  leg_id uuid,
  what text not null constraint marks_what check (what in ('there', 'not-there', 'withdrawn')),
  -- Marks that whoever made this one knew, and puts it in the place of.
  based_on uuid[] not null default '{}',
  how text not null constraint marks_how check (how in ('list', 'number', 'code', 'family', 'door')),
  reason text,
  by uuid not null constraint marks_by references access.accounts (id),
  -- As the device says it, and by how much its clock was ahead when the mark came.
  device_id uuid,
  device_at timestamptz,
  skew_ms bigint,
  -- When it was made, by the clock of the node as far as that can be known.
  done_at timestamptz not null,
  received_at timestamptz not null,
  constraint marks_line foreign key (line_id, operation_id) references repatriation.lines (id, operation_id) on delete cascade,
  constraint marks_leg foreign key (leg_id, operation_id) references repatriation.legs (id, operation_id),
  constraint marks_device check (num_nonnulls(device_id, device_at, skew_ms) in (0, 3)),
  constraint marks_reason check (what <> 'not-there' or reason is not null)
);
create index marks_by_line on repatriation.marks (line_id, leg_id);
create index marks_by_leg on repatriation.marks (operation_id, leg_id, line_id);

-- Open where the line is open, added by who may write the line; nobody changes or removes one, and nobody makes one for another.
call repatriation.protect_by_line('repatriation.marks');
create policy marks_own on repatriation.marks as restrictive for insert to {{server}}
  with check (by = (select access.account_id()));
grant select, insert on repatriation.marks to {{server}};
alter table repatriation.marks set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
