# Every target is one call of scripts/environment.py, which runs the same on Windows without make.
PYTHON ?= python3
ENVIRONMENT = $(PYTHON) scripts/environment.py

.PHONY: run setup test check bench prove train-proof lock
run:
	@$(ENVIRONMENT) run
setup:
	@$(ENVIRONMENT) setup
test:
	@$(ENVIRONMENT) test
check:
	@$(ENVIRONMENT) check
bench:
	@$(ENVIRONMENT) bench
prove:
	@$(ENVIRONMENT) prove
train-proof:
	@$(ENVIRONMENT) train-proof
lock:
	@$(ENVIRONMENT) lock
