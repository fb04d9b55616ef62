-- Whether a signal stands in riftwatch.signals; else it waits for a verdict.
alter table classify.signals add column published boolean not null default true;

create index signals_in_review on classify.signals (published_at desc, id desc) where not published;

-- What operators said of signals: the latest verdict on each. They outlast the signals, which may be built again.
create table classify.verdicts (
  signal_id text primary key,
  verdict text not null,
  corrected_id text,
  number bigint not null,
  given_at timestamptz not null,
  body text not null
);

create index verdicts_newest on classify.verdicts (given_at desc, signal_id desc);
create index verdicts_of_corrected on classify.verdicts (corrected_id) where corrected_id is not null;

-- Signals as they are listed. A verdict that states another measure in place of a signal rejects the one and confirms the
-- other.
create view classify.judged_signals as
  select signal.*, coalesce(
    case when verdict.corrected_id is not null then 'REJECTED' else verdict.verdict end,
    case
      when exists (select from classify.verdicts other where other.corrected_id = signal.id) then 'CONFIRMED'
      when signal.published then 'PUBLISHED'
      else 'REVIEW'
    end) as state
  from classify.signals signal left join classify.verdicts verdict on verdict.signal_id = signal.id;

create table classify.evaluations (
  id text primary key,
  created_at timestamptz not null,
  summary text not null,
  body text not null
);

create index evaluations_newest on classify.evaluations (created_at desc, id desc);
