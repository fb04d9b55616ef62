ALTER TABLE feed
  ADD COLUMN failing_since timestamptz,
  ADD COLUMN news_seen_at timestamptz;

COMMENT ON COLUMN feed.failing_since IS 'the first of the failures in a row';
COMMENT ON COLUMN feed.news_seen_at IS 'when it last gave something new, by our own clock, whatever date the outlet gave it';

-- Feeds that are followed already are watched from now on.
UPDATE feed SET news_seen_at = now(), failing_since = CASE WHEN failures > 0 THEN last_polled_at END;

CREATE TABLE feed_watch (
  feed_id       uuid PRIMARY KEY REFERENCES feed ON DELETE CASCADE,
  health        text NOT NULL,
  before        text NOT NULL,
  since         timestamptz NOT NULL,
  cause         text,
  changes       integer NOT NULL,
  noticed_at    timestamptz NOT NULL,
  told          boolean NOT NULL,
  claimed_until timestamptz
);

CREATE INDEX feed_watch_untold ON feed_watch (noticed_at) WHERE NOT told;

COMMENT ON TABLE feed_watch IS 'the last change in how a feed fares; one that has never fared but well has no row';
COMMENT ON COLUMN feed_watch.changes IS 'how many there were: numbers the events';
COMMENT ON COLUMN feed_watch.told IS 'whether the log has the event; written only after it has';
