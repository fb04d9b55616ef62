-- Of a signal that was corrected, the later correction of the later revision holds.
alter table classify.signals
  add column article_id text,
  add column revision integer,
  add column correction bigint not null default 0,
  add column withdrawn boolean not null default false;

update classify.signals set
  article_id = cast(body as jsonb) #>> '{source,articleId}',
  revision = cast(cast(body as jsonb) #>> '{source,revision}' as integer);

alter table classify.signals
  alter column article_id set not null,
  alter column revision set not null;

create index signals_of_article on classify.signals (article_id);

-- Counts the corrections of signals: a later one has the higher number.
create sequence classify.correction;

-- The articles that were consumed, to be coded again.
create table classify.articles (
  id text primary key,
  revision integer not null,
  language text not null,
  published_at timestamptz not null,
  seen_at timestamptz not null,
  body text not null
);

create index articles_newest on classify.articles (published_at desc, id desc);
create index articles_oldest_seen on classify.articles (seen_at);

-- The rule packs that operators uploaded; what is stored does not change.
create table classify.rule_packs (
  language text not null,
  version text not null,
  triggers integer not null,
  states integer not null,
  uploaded_at timestamptz not null,
  files text not null,
  primary key (language, version)
);

-- Which pack was put in force when; the latest row of a language holds. Without one, the built-in pack is in force.
create table classify.activations (
  generation bigint generated always as identity primary key,
  language text not null,
  version text not null,
  built_in boolean not null,
  kind text not null,
  previous bigint references classify.activations (generation),
  activated_at timestamptz not null
);

create index activations_of_language on classify.activations (language, generation desc);

create table classify.replays (
  id text primary key,
  language text not null,
  version text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  created_at timestamptz not null,
  state text not null,
  articles integer not null,
  coded integer not null default 0,
  gained integer not null default 0,
  lost integer not null default 0,
  changed integer not null default 0,
  place_at timestamptz not null,
  place_id text not null,
  correction bigint,
  published integer not null default 0,
  problem text,
  claim text,
  claimed_until timestamptz
);

create index replays_newest on classify.replays (created_at desc, id desc);
create index replays_under_way on classify.replays (claimed_until) where state in ('CODING', 'PUBLISHING');

create table classify.replay_differences (
  replay_id text not null references classify.replays (id) on delete cascade,
  number integer not null,
  kind text not null,
  before text,
  after text,
  primary key (replay_id, number)
);
