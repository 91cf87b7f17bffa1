-- What follows from a decision: who promised what until when, and what the owner says of it. Progress is said by the owner and
-- never by the clock; past due is only what the calendar says.
create table council.actions (
  id uuid primary key,
  -- Where it comes from; and the action that it carries on.
  decision_id uuid constraint actions_decision references council.decisions (id),
  carries_on uuid constraint actions_carries_on references council.actions (id),
  owner_id uuid constraint actions_owner references council.parties (id),
  body_id uuid constraint actions_body references council.bodies (id),
  title jsonb not null,
  -- By what one will see that it is done.
  measure jsonb,
  external_plan text,
  due date not null,
  state text not null constraint actions_state check (state in ('open', 'under-way', 'done', 'dropped')),
  version int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint actions_owned_once check (num_nonnulls(owner_id, body_id) = 1)
);
create index actions_by_due on council.actions (due, id);
create index actions_by_decision on council.actions (decision_id);

create table council.action_reports (
  id uuid primary key,
  action_id uuid not null constraint action_reports_action references council.actions (id),
  at timestamptz not null,
  account_id uuid not null,
  -- For whom it was said; nobody where the secretariat wrote it down for a body.
  party_id uuid constraint action_reports_party references council.parties (id),
  state text not null,
  -- The session at which it was reported, if it was at one.
  session_id uuid constraint action_reports_session references council.sessions (id),
  words text not null,
  evidence text
);
create index action_reports_by_action on council.action_reports (action_id, at);
create trigger action_reports_keep before update or delete on council.action_reports for each row execute function council.refuse_change();

call council.protect('council.actions', '(select access.may(''council.read''))',
  '(select access.may(''council.prepare'')) or ((select access.may(''council.speak'')) and owner_id in (select council.my_parties()))');
call council.protect('council.action_reports', '(select access.may(''council.read''))',
  'account_id = (select access.account_id()) and ((select access.may(''council.prepare'')) or ((select access.may(''council.speak'')) and party_id in (select council.my_parties())))');
grant select, insert on council.actions, council.action_reports to {{server}};
grant update (title, measure, external_plan, due, owner_id, body_id, state, version, updated_at) on council.actions to {{server}};
