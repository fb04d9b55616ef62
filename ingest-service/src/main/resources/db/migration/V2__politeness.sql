-- What a host allows, shared by all replicas.
CREATE TABLE host (
  name          text PRIMARY KEY,
  look_at       timestamptz NOT NULL DEFAULT 'infinity',
  free_at       timestamptz NOT NULL DEFAULT '-infinity',
  blocked_until timestamptz NOT NULL DEFAULT '-infinity',
  throttles     integer NOT NULL DEFAULT 0,
  throttled_by  integer
);

CREATE INDEX host_to_look_at ON host (look_at);
CREATE INDEX host_throttled ON host (name) WHERE throttles > 0;

COMMENT ON COLUMN host.look_at IS 'when one of its feeds may be claimed at the earliest';
COMMENT ON COLUMN host.free_at IS 'before it, no further feed of the host is claimed: the gap';
COMMENT ON COLUMN host.blocked_until IS 'before it, the host is not asked for anything: it said 429 or 503';
COMMENT ON COLUMN host.throttles IS 'how often in a row it said so';
COMMENT ON COLUMN host.throttled_by IS 'the status it said so with';

ALTER TABLE feed
  ADD COLUMN host text NOT NULL
    GENERATED ALWAYS AS (coalesce(lower(substring(url from '^[A-Za-z]+://(\[[^\]]*\]|[^/:?#]*)')), '')) STORED,
  ADD COLUMN rhythm bigint,
  ADD COLUMN last_news_at timestamptz,
  ADD COLUMN asked_pause bigint,
  ADD COLUMN skip_hours integer[],
  ADD COLUMN skip_days integer[],
  ADD COLUMN warning text,
  ADD COLUMN moved_to text,
  ADD COLUMN moved_since timestamptz,
  ADD COLUMN moved_answers integer,
  ADD COLUMN moved_from text,
  ADD COLUMN moved_at timestamptz;

COMMENT ON COLUMN feed.rhythm IS 'seconds from one piece of news to the next, as estimated';
COMMENT ON COLUMN feed.last_news_at IS 'when it last gave something new, by the outlet''s date where that is given';
COMMENT ON COLUMN feed.asked_pause IS 'seconds between polls that the feed asks for in its body';
COMMENT ON COLUMN feed.skip_hours IS 'hours of the day in UTC in which it asks not to be polled';
COMMENT ON COLUMN feed.skip_days IS 'ISO days of the week in UTC on which it asks not to be polled';
COMMENT ON COLUMN feed.warning IS 'what an operator should look at although the feed is read';
COMMENT ON COLUMN feed.moved_to IS 'where it redirects for good, not adopted yet';
COMMENT ON COLUMN feed.moved_answers IS 'answers in a row that redirected there';
COMMENT ON COLUMN feed.moved_from IS 'the address it was followed under before a move was adopted';

DROP INDEX feed_due;
CREATE INDEX feed_due ON feed (host, next_poll_at) WHERE enabled AND retired_at IS NULL;
CREATE INDEX feed_claimed ON feed (host, claimed_until) WHERE claim IS NOT NULL;

-- Whoever changes when a feed is due, its host is looked at in time. Claimed feeds wake their host when they are settled.
-- Hosts are locked in one order by all, so that no two wait for each other.
CREATE FUNCTION wake_hosts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ingest.host AS known (name, look_at)
  SELECT host, min(next_poll_at) FROM changed
  WHERE claim IS NULL AND enabled AND retired_at IS NULL
  GROUP BY host ORDER BY host COLLATE "C"
  ON CONFLICT (name) DO UPDATE SET look_at =
    least(known.look_at, greatest(EXCLUDED.look_at, known.free_at, known.blocked_until));
  RETURN NULL;
END
$$;

CREATE TRIGGER feed_followed AFTER INSERT ON feed
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION wake_hosts();
CREATE TRIGGER feed_changed AFTER UPDATE ON feed
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION wake_hosts();

INSERT INTO host (name, look_at)
SELECT host, min(least(next_poll_at, coalesce(claimed_until, next_poll_at))) FROM feed
WHERE enabled AND retired_at IS NULL GROUP BY host;
