"""What /metrics counts; labels never name people."""

from prometheus_client import Counter, Gauge

UPDATES = Counter("yijia_updates_total", "Updates handled, by outcome", ["outcome"])
RECEIVED = Counter("yijia_updates_received_total", "Updates stored in the inbox")
INBOX_AGE = Gauge("yijia_inbox_oldest_seconds", "Age of the oldest waiting update")
OUTBOX_AGE = Gauge("yijia_outbox_oldest_seconds", "Age of the oldest waiting letter")
DEAD = Gauge("yijia_dead", "Updates and letters among the dead", ["box"])
SILENCE = Gauge("yijia_silence_seconds", "Since a part of this worker last did its work", ["part"])
POLLS_REFUSED = Counter(
    "yijia_polls_refused_total", "getUpdates that Telegram refused, by its code", ["code"]
)
TROUBLE = Gauge("yijia_trouble", "1 while a trouble with Telegram lasts that an operator must end", ["kind"])
WEBHOOK_PENDING = Gauge("yijia_webhook_pending_updates", "Updates that Telegram holds for the webhook")
