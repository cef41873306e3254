"""What several tests write into a folder of the fictional law."""

REFUSED_SCENARIO = """\
- id: boom-zonder-tuin
  titel: Wie geen tuin heeft, krijgt dit verlof niet
  peildatum: '2024-03-01'
  feiten: {arbeidsrelatie: werknemer, plantdatum: '2024-03-01', tuin: false}
  verwacht: {wazo.boomverlof: {oordeel: geen-recht}}
  bron: Bomenwet 4:2
  zekerheid: een-bron
"""
