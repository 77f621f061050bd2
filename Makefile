# Everything a person does with this product from a shell. Plain `make` lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help

URLS ?= http://localhost:5080
DATA ?= data
PROJECT := src/Hemvag
SQLITE := SqliteHemvagDbContext
POSTGRES := PostgresHemvagDbContext
EF := dotnet ef migrations add

.PHONY: help run test test-long security verify format tools migration migration-initial screenshots bench

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## start Hemväg with demo data (URLS=http://localhost:5080 DATA=data)
	dotnet run --project $(PROJECT) -- run --demo --urls $(URLS) --data $(DATA)

test: ## format check and every test on both databases and in a browser, as CI runs them
	@tests/run.sh

test-long: ## the same with the long runs (thousands of sequences, kill loops, all languages)
	@HEMVAG_LONG=1 tests/run.sh

security: ## let wapiti and sqlmap at a demo of its own, about ten minutes
	dotnet build $(PROJECT) -v q -nologo -clp:NoSummary
	@/usr/bin/python3 tests/security.py $(PROJECT)/bin/Debug/net10.0/Hemvag.dll

verify: ## check every chain, step and balance of the data in DATA=…
	dotnet run --project $(PROJECT) -- verify --data $(DATA)

format: tools ## write all C# in the one format
	dotnet csharpier format .

migration: tools ## add a migration to both databases: make migration name=WhatChanges
	@[ -n "$(name)" ] || { echo "Say what changes: make migration name=WhatChanges" >&2; exit 2; }
	$(EF) $(name) --project $(PROJECT) --context $(SQLITE) --output-dir Data/Sqlite/Migrations
	$(EF) $(name) --project $(PROJECT) --context $(POSTGRES) --output-dir Data/Postgres/Migrations --no-build

# Only until the first release: afterwards a migration that shipped is never written again.
migration-initial: ## delete all migrations and make the one Initial anew for both databases
	rm -rf $(PROJECT)/Data/Sqlite/Migrations $(PROJECT)/Data/Postgres/Migrations
	@$(MAKE) --no-print-directory migration name=Initial

screenshots: ## take the pictures of the demo's pages into screenshots/
	@HEMVAG_SCREENSHOTS=$(CURDIR)/screenshots tests/run.sh screenshots

bench: ## measure the pages against the floor on both databases, about ten minutes (BENCH='--sizes 1000 --rounds 3' for a quick look)
	dotnet publish $(PROJECT) -c Release -r linux-x64 --self-contained false -o $(CURDIR)/bench/Hemvag.Bench/bin/app -v q -nologo
	dotnet publish bench/Hemvag.Bench -c Release -r linux-x64 --self-contained false -o $(CURDIR)/bench/Hemvag.Bench/bin/bench -v q -nologo
	bench/Hemvag.Bench/bin/bench/Hemvag.Bench --app $(CURDIR)/bench/Hemvag.Bench/bin/app $(BENCH)

tools:
	@dotnet tool restore --verbosity quiet >/dev/null
