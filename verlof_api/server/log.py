"""What gunicorn itself tells, as lines of the same log as everything else."""

import logging

from gunicorn.glogging import Logger as GunicornLogger  # type: ignore[import-untyped]

from verlof_api.output import Line, log, now


class _LogHandler(logging.Handler):
    """The words are gunicorn's own: of processes and signals. Of an exception its kind is enough."""

    def emit(self, record: logging.LogRecord) -> None:
        line: Line = {"tijd": now(), "niveau": record.levelname.lower(), "melding": record.getMessage()}
        if record.exc_info and record.exc_info[0]:
            line["fout"] = record.exc_info[0].__name__
        log.line(line)


class Logger(GunicornLogger):  # type: ignore[misc]
    """`logger_class` of gunicorn."""

    def setup(self, cfg: object) -> None:
        super().setup(cfg)
        self.error_log.handlers = [_LogHandler()]
