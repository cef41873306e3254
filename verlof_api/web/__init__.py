"""The HTTP side: a Flask application with one module per resource. The only room that knows HTTP.

Start-up (`create_app`): the rules are loaded and compiled, openapi.yaml is read, constant headers are written; a rule
file that is wrong stops it here. Request: `envelope` opens; `resource` reads the input through `incoming` and `intake`;
the view of the resource asks the core; `answers` makes of it an answer of HTTP; what goes wrong becomes a problem in
`problems`; `envelope` closes with headers and a line in the log.
"""

from verlof_api.web.app import create_app

__all__ = ["create_app"]
