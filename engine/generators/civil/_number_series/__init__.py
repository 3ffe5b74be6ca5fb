"""Number series: rules, stories and answers."""
