-- Papers of work leave by the same tickets as lists and archives.
alter table exports.tickets drop constraint tickets_format;
alter table exports.tickets add constraint tickets_format check (format in ('csv', 'xlsx', 'zip', 'pdf', 'docx'));
