"""The yardstick of the benchmark: Flask and marshmallow with nothing in between. It reads the body of an assessment
with a plain schema and sends it back."""

from flask import Flask, Response, jsonify, request
from marshmallow import Schema, fields


class Facts(Schema):
    arbeidsrelatie = fields.String()
    urenPerWeek = fields.Float()
    rolBijKind = fields.String()
    relatieTotMoeder = fields.String()
    geboortedatumKind = fields.Date()


class Situation(Schema):
    peildatum = fields.Date()
    verlofsoorten = fields.List(fields.String())
    feiten = fields.Nested(Facts)


app = Flask(__name__)
schema = Situation()


@app.post("/v1/beoordelingen")
def echo() -> Response:
    return jsonify(schema.dump(schema.load(request.get_json())))
