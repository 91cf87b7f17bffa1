-- A request that asks again what was asked before: the earlier one is named by it, and leads to it. Who may not see one of the
-- two does not see the link either; the policies of requests say so.
alter table council.requests add column after_id uuid constraint requests_after references council.requests (id);
create index requests_by_after on council.requests (after_id) where after_id is not null;
