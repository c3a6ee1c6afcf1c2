# attune: what can be done here. `make` alone lists it.

SHELL := /bin/bash
SOURCES := Package.swift Plugins Sources Tests
ATTUNE ?= .build/release/attune
DEMO ?= build/demo
# With Swift's library inside, the program starts faster and runs where there is no Swift.
STATIC := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)

.DEFAULT_GOAL := help
.PHONY: help prepare build demo run test soak check check-export check-report hidden-counts format lint fuzz bench bench-language datasets power docs clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-14s %s\n", $$1, $$2 }'

prepare: ## Install what is missing to build
	@.ci/prepare

build: prepare ## Build attune (release), as .build/release/attune
	swift build -c release --product attune $(STATIC)

# A build is skipped where ATTUNE names a program to use.
ifeq ($(origin ATTUNE),file)
.build/release/attune: build
endif

demo: $(ATTUNE) ## Answer a questionnaire for several made-up people, and show the tables
	@rm -rf "$(DEMO)" && mkdir -p "$(dir $(DEMO))"
	"$(ATTUNE)" study new "$(DEMO)" --instrument instruments/keep.instrument --title "Demonstration"
	@echo; echo "One made-up person answers:"
	"$(ATTUNE)" try "$(DEMO)" < datasets/keep_demo/answers/made_up_01.txt
	@echo; echo "and 39 others ..."
	@for answers in datasets/keep_demo/answers/made_up_{02..40}.txt; do \
	  "$(ATTUNE)" try "$(DEMO)" < $$answers > /dev/null || exit 1; done
	@echo; echo "Do the items of each part hang together?"
	"$(ATTUNE)" reliability "$(DEMO)" --practice
	@echo; echo "How far do people in contact and people not in contact now differ?"
	"$(ATTUNE)" compare "$(DEMO)" rel prio prac med --by contact --practice
	@echo; echo "The same tables and the answers, as files:"
	"$(ATTUNE)" reliability "$(DEMO)" --practice --format markdown --output "$(DEMO)/reports/reliability.md"
	"$(ATTUNE)" compare "$(DEMO)" rel prio prac med --by contact --practice --format csv --output "$(DEMO)/reports/"
	"$(ATTUNE)" export "$(DEMO)" --practice

run: $(ATTUNE) ## Answer a questionnaire yourself (practice, in build/mine)
	@[ -d build/mine ] || "$(ATTUNE)" study new build/mine --instrument instruments/keep.instrument
	"$(ATTUNE)" try build/mine

test: ## Install what is missing, build and run all tests
	@.ci/prepare test
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build

soak: ## The long form of the tests that nothing is lost (takes long)
	@.ci/prepare test
	swift build --build-tests
	ATTUNE_SOAK=1 swift test --skip-build --no-parallel --filter EndToEndTests.PowerCutTests \
	  --filter EndToEndTests.FailingDiskTests --filter EndToEndTests.KillTests \
	  --filter EndToEndTests.TwoProgramsTests --filter EndToEndTests.DamageTests \
	  --filter EndToEndTests.ErasureTests --filter EndToEndTests.ClockTests \
	  --filter EndToEndTests.HangUpTests --filter EndToEndTests.TypedTextTests \
	  --filter EndToEndTests.RandomWalkTests

check: lint test ## What continuous integration runs

check-export: ## Read exported files back with SPSS's, Excel's, R's and other people's programs
	@.ci/prepare
	swift build --product attune
	@Tests/Exchange/check

hidden-counts: ## Ask a solver for every hidden count of 10,000 tables and of each data set's report
	@.ci/prepare test
	swift build --build-tests
	@python3 -c 'import scipy' 2> /dev/null || { python3 -m venv build/solver && build/solver/bin/pip install -q scipy; }
	ATTUNE_TABLES=build/tables.jsonl swift test --skip-build --filter noHiddenCountCanBeWorkedOut
	@PATH="$(abspath build/solver/bin):$$PATH" Tests/Benchmarks/hidden-counts build/tables.jsonl
	@PATH="$(abspath build/solver/bin):$$PATH" ATTUNE=.build/debug/attune Tests/Benchmarks/hidden-in-reports

check-report: ## Open every report in a browser and on paper, with axe-core beside it (SETS="keep_study ...")
	@.ci/prepare
	swift build --product attune
	@Tests/Report/check $(SETS)

format: ## Format the sources
	@.ci/prepare
	swift format --in-place --recursive $(SOURCES)

lint: ## Check the format of the sources
	@.ci/prepare
	swift format lint --strict --recursive $(SOURCES)

fuzz: ## Give the language made-up bytes for FUZZ_SECONDS (600)
	@.ci/prepare
	@Fuzz/run

bench-language: ## Time the language on files of one size and of twice that size
	@.ci/prepare
	@cd Tests/Benchmarks/Language && swift build -c release $(STATIC) --product bench > /dev/null && .build/release/bench

bench: build ## Time reliability on large files, beside the peers that are installed
	@ATTUNE="$(abspath .build/release/attune)" Tests/Benchmarks/alpha

# The small sets are in the repository, and this makes them again, the same.
datasets: $(ATTUNE) ## Make up the people of every design in datasets/
	@for design in datasets/*/*.design; do \
	  instrument=$$(sed -n 's/^  instrument: *//p' $$design); \
	  "$(ATTUNE)" simulate instruments/$$instrument.instrument $$design --output $$(dirname $$design) || exit 1; \
	done

power: $(ATTUNE) ## Work out the tables of docs/simulation.md (2000 runs, some minutes)
	@ATTUNE="$(abspath $(ATTUNE))" Tests/Benchmarks/power

docs: prepare ## Write the command's manual pages to build/manual
	@mkdir -p build/manual
	swift package generate-manual --multi-page --date 2026-11-22
	@cp .build/plugins/GenerateManual/outputs/attune/*.1 build/manual/

clean: ## Remove what was built
	rm -rf .build build Fuzz/.build Tests/Benchmarks/Language/.build
