"""aiogram in: one module per conversation reads input, calls one service, returns one screen."""
