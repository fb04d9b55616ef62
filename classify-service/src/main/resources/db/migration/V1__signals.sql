create table classify.signals (
  id text primary key,
  type text not null,
  actor text,
  target text,
  status text not null,
  pair text not null,
  published_at timestamptz not null,
  body text not null
);

create index signals_newest on classify.signals (published_at desc, id desc);
create index signals_of_pair on classify.signals (pair, published_at desc, id desc);
