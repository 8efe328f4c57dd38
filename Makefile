# Developers' commands. `make` alone lists them. Production: pip install chuan, then `chuan init` and `chuan serve`.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
export CHUAN_DATA ?= $(CURDIR)/var
# Where compiled modules are kept, every server and every test process starts in half the time.
unexport PYTHONDONTWRITEBYTECODE
HOST ?= 127.0.0.1
PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help run test check check-types check-rest fix bench diagrams lock clean

help: ## liệt kê các lệnh
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.run: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

# Semgrep pins libraries of its own, so it lives apart; where it cannot be installed the check says so.
$(VENV)/.semgrep: requirements-semgrep.lock $(VENV)/.dev
	@test -x $(VENV)/semgrep/$(notdir $(BIN))/python || $(BIN)/python -m venv $(VENV)/semgrep
	@$(VENV)/semgrep/$(notdir $(BIN))/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-semgrep.lock \
		&& touch $@ || echo "semgrep: không cài được"

run: $(VENV)/.run ## mọi thứ tới trang mở: thư viện, dữ liệu, ví dụ Bắc Hồng, máy chủ
	@$(BIN)/chuan example examples/bac-hong-2021
	@$(BIN)/chuan serve --host $(HOST) --port $(PORT)

test: $(VENV)/.dev ## toàn bộ bài kiểm: SQLite, PostgreSQL, Chromium
	@$(BIN)/python scripts/test_everything.py

check: $(VENV)/.dev $(VENV)/.semgrep ## soát mã, không sửa gì
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(MAKE) --no-print-directory -j2 check-types check-rest

check-types:
	@$(BIN)/mypy src/chuan

check-rest:
	@$(BIN)/lint-imports
	@$(BIN)/python manage.py makemigrations --check --dry-run
	@$(BIN)/python scripts/draw_lifecycles.py --check
	@$(BIN)/python scripts/check_security.py

fix: $(VENV)/.dev ## sửa những gì máy sửa được
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(VENV)/.dev ## đo tốc độ: bảng và JSON trong bench/out
	@$(BIN)/python -m bench

diagrams: $(VENV)/.dev ## vẽ lại docs/lifecycles.md
	@$(BIN)/python scripts/draw_lifecycles.py

lock: $(VENV)/.dev ## tính lại các tệp khóa phiên bản
	@$(BIN)/pip install --quiet uv
	@$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q pyproject.toml --extra postgresql --extra checkout --extra token -o requirements.lock
	@$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q pyproject.toml --extra postgresql --extra checkout --extra token --extra dev -c requirements.lock -o requirements-dev.lock

clean: ## bỏ thư viện và tệp tạm (không đụng tới var/)
	@rm -rf $(VENV) build dist .hypothesis .mypy_cache .ruff_cache
