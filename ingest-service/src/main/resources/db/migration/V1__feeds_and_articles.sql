CREATE TABLE feed (
  id             uuid PRIMARY KEY,
  url            text NOT NULL CONSTRAINT feed_url_once UNIQUE,
  title          text NOT NULL DEFAULT '',
  outlet         text NOT NULL DEFAULT '',
  language       text,
  enabled        boolean NOT NULL DEFAULT true,
  full_text      boolean NOT NULL DEFAULT true,
  poll_interval  text,
  created_at     timestamptz NOT NULL,
  next_poll_at   timestamptz NOT NULL,
  last_polled_at timestamptz,
  etag           text,
  last_modified  text,
  failures       integer NOT NULL DEFAULT 0,
  last_error     text,
  last_status    integer,
  retired_at     timestamptz,
  claim          uuid,
  claimed_until  timestamptz
);

CREATE INDEX feed_due ON feed (next_poll_at) WHERE enabled AND retired_at IS NULL;

COMMENT ON COLUMN feed.claim IS 'whose holder polls the feed and may write where it stands';
COMMENT ON COLUMN feed.claimed_until IS 'past it, any replica may claim the feed';

CREATE TABLE article (
  id            text PRIMARY KEY,
  revision      integer NOT NULL,
  feed_id       text NOT NULL,
  outlet        text NOT NULL,
  url           text NOT NULL,
  title         text NOT NULL,
  text          text NOT NULL,
  language      text NOT NULL,
  published_at  timestamptz NOT NULL,
  seen_at       timestamptz NOT NULL,
  fingerprint   text NOT NULL,
  text_hash     text NOT NULL
);

CREATE INDEX article_newest ON article (seen_at DESC, id DESC);
CREATE INDEX article_of_feed ON article (feed_id, seen_at DESC, id DESC);
CREATE INDEX article_words ON article USING gin (to_tsvector('simple', title || ' ' || text));

CREATE TABLE item (
  feed_id      uuid NOT NULL REFERENCES feed ON DELETE CASCADE,
  key          text NOT NULL,
  article_id   text NOT NULL,
  content_hash text NOT NULL,
  seen_at      timestamptz NOT NULL,
  PRIMARY KEY (feed_id, key)
);

COMMENT ON TABLE item IS 'the entries of a feed that were read; written only after their article is on the log';
