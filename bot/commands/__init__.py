"""What people can say to the bot. One module a command; `table.COMMANDS` lists them all."""
