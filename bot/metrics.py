"""What /metrics counts; labels never name people."""

from prometheus_client import Counter, Gauge

UPDATES = Counter("yijia_updates_total", "Updates handled, by outcome", ["outcome"])
RECEIVED = Counter("yijia_updates_received_total", "Updates stored in the inbox")
INBOX_AGE = Gauge("yijia_inbox_oldest_seconds", "Age of the oldest waiting update")
OUTBOX_AGE = Gauge("yijia_outbox_oldest_seconds", "Age of the oldest waiting letter")
DEAD = Gauge("yijia_dead", "Updates and letters among the dead", ["box"])
