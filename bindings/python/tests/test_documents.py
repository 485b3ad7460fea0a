import datetime
import gc
import json

import pytest
from conftest import ARREST, TALKS

import diurna

HARD_TEXTS = {
    "emoji": "🎉 “Órale!” 👩‍👩‍👧 " + ARREST,
    "accents": "Police arrested Jose\u0301 Núñez in São Paulo on Monday. He was released on 5\u00a0May 2025.",
    "windows lines": ARREST.replace(". ", ".\r\n\r\n"),
    "lone surrogate": "Police arrested Ana \ud83d Vidal in Lisbon on Monday.",
    "broken bytes": b"Police arrested Ana \xff\xfe Vidal in Lisbon \xc3 on Monday. \xf0\x9f\x8e She was released.",
    "nothing": "",
    "only blanks": " \n\t ",
}


def spans(doc):
    yield from doc.tokens
    yield from doc.sentences
    yield from doc.mentions
    yield from doc.entities
    yield from doc.times
    yield from doc.quantities
    for event in doc.events:
        yield from [event, event.evidence, *event.attribution]
        for fillers in event.roles.values():
            yield from fillers
    for relation in doc.relations:
        yield from [relation, relation.subject, relation.object, relation.evidence]
    for triple in doc.triples:
        yield from [triple.subject_filler, triple.object_filler]


def test_events_have_types_roles_and_factuality(doc):
    arrest, release = doc.events
    assert (arrest.type, arrest.text, arrest.factuality) == ("justice.detain", "arrested", "actual")
    assert "Ana Vidal" in arrest.roles["patient"][0].names
    assert arrest.roles["time"][0].target.value == "2026-01-05"
    assert (release.type, release.text) == ("justice.release", "freed")


def test_sources_are_kept(nlp):
    (event,) = nlp("The minister said that police arrested Ana Vidal.").events
    assert [source.text for source in event.attribution] == ["The minister"]


def test_fillers_lead_to_what_they_stand_for(doc):
    patient = doc.events[0].roles["patient"][0]
    assert patient.kind == "entity"
    assert patient.target.type == "PERSON"
    assert patient.target in doc.entities
    assert patient.target.mentions[0].entity == patient.target


def test_tokens_form_trees(doc):
    for sentence in doc.sentences:
        assert [token.head for token in sentence.tokens].count(None) == 1
        for token in sentence.tokens:
            assert token.head is None or token.head in sentence.tokens


@pytest.mark.parametrize("name", HARD_TEXTS)
def test_offsets_are_code_points(nlp, name):
    doc = nlp(HARD_TEXTS[name], date="2026-01-08")
    for thing in spans(doc):
        assert doc.text[thing.start : thing.end] == thing.text
    json.loads(doc.to_json())


def test_the_text_is_kept(nlp):
    assert nlp(HARD_TEXTS["emoji"]).text == HARD_TEXTS["emoji"]
    assert nlp(ARREST, title="Journalist held").text == "Journalist held\n\n" + ARREST
    assert nlp(HARD_TEXTS["lone surrogate"]).text == HARD_TEXTS["lone surrogate"].replace("\ud83d", "\ufffd")


def test_triples_unpack(doc):
    triples = {(subject, predicate) for subject, predicate, _ in doc.triples}
    assert ("Ana Vidal", "detain_time") in triples or any(predicate == "justice.detain" for _, predicate in triples)
    for subject, relation, obj in doc.open_triples:
        assert subject or relation or obj


def test_dates_may_be_dates(nlp):
    for date in ("2026-01-08", datetime.date(2026, 1, 8), datetime.datetime(2026, 1, 8, 12, 30)):
        assert nlp(ARREST, date).times[0].value == "2026-01-05"


def test_documents_without_id_get_one_from_their_text(nlp):
    assert nlp(ARREST).id == nlp(ARREST).id != nlp(TALKS).id


def test_facts_outlive_their_document(nlp):
    event = nlp(ARREST, id="gone").events[0]
    evidence, filler = event.evidence, event.roles["patient"][0]
    sentence = nlp(ARREST, id="gone").sentences[0]
    gc.collect()
    assert event.text == "arrested"
    assert filler.target.name == "Ana Vidal"
    assert evidence.sentence.text == sentence.text


def test_pipe_keeps_the_order_for_any_number_of_threads(nlp):
    articles = [{"id": str(i), "text": ARREST if i % 2 else TALKS, "date": "2026-01-08"} for i in range(30)]
    expected = [doc.to_json() for doc in nlp.pipe(articles)]
    assert [doc.to_json() for doc in nlp.pipe(iter(articles), n_threads=3)] == expected
    assert [json.loads(text)["id"] for text in expected] == [str(i) for i in range(30)]


def test_pipe_takes_texts_pairs_and_dicts(nlp):
    docs = list(nlp.pipe([ARREST, (ARREST, "2026-01-08"), {"text": ARREST, "id": "x", "unknown": 1}, ARREST.encode()]))
    assert [doc.date for doc in docs] == ["", "2026-01-08", "", ""]
    assert docs[2].id == "x"


def test_pipe_reads_ahead_only_a_little(nlp):
    taken = 0

    def endless():
        nonlocal taken
        while True:
            taken += 1
            yield ARREST

    stream = nlp.pipe(endless(), n_threads=2)
    next(stream)
    stream.close()
    assert taken <= 8


@pytest.mark.parametrize("article", [{"id": "no text"}, {"text": None}, 7, None, ("a", "2026-01-08", 3)])
def test_what_is_no_article_is_refused(nlp, article):
    for threads in (1, 2):
        with pytest.raises((TypeError, ValueError)):
            list(nlp.pipe([article], n_threads=threads))


def test_reprs_help(doc):
    assert repr(doc) == "<Doc 'arrest': 2 sentences, 2 events, 1 relations>" or repr(doc).startswith("<Doc 'arrest': ")
    assert repr(doc.entities[0]).startswith("<Entity ")
    assert "justice.detain" in repr(doc.events[0])
    assert repr(doc.tokens[0]) == "<Token 'Police' NOUN>"


def test_html_shows_the_whole_text_with_highlights(nlp):
    html = nlp("Police arrested <b>Ana Vidal</b> & others in Lisbon on Monday.")._repr_html_()
    assert "&lt;b&gt;" in html and "&amp;" in html and "<mark" in html


def test_a_document_as_plain_data(doc):
    data = json.loads(doc.to_json())
    assert data["text"] == doc.text
    assert [event["type"] for event in data["events"]] == [event.type for event in doc.events]
    assert data == doc.to_dict()
    assert "justice.detain" in doc.dumps("triples") or "detain_" in doc.dumps("triples")
    assert doc.dumps("conllu").startswith("# ")


def test_a_wrong_model_is_refused_with_code_and_place(tmp_path):
    path = tmp_path / "model.bin"
    path.write_bytes(b"not a model")
    with pytest.raises(diurna.ModelError) as caught:
        diurna.load(path)
    assert caught.value.code.startswith("model.")
    assert str(path) in caught.value.place
    assert caught.value.message in str(caught.value)
    assert isinstance(caught.value, diurna.Error)
    with pytest.raises(diurna.IoError):
        diurna.load(tmp_path / "missing.bin")


def test_version():
    assert diurna.load().version.startswith(diurna.__version__)


def test_contained_open_triples_are_kept_on_request(nlp):
    text = "They sold the hall of Porto in 1918."
    maximal = {(t.subject, t.relation, t.object) for t in nlp(text).open_triples}
    every = {(t.subject, t.relation, t.object) for t in diurna.load(open_layer="all")(text).open_triples}
    assert maximal < every
    with pytest.raises(ValueError):
        diurna.load(open_layer="some")


def test_times_in_the_calendar_and_the_publication_date_as_a_fallback(nlp):
    time = nlp("The hall was built around March 1990.").times[0]
    assert (time.value, time.edtf, time.interval) == ("1990-03", "1990-03~", ("1990-03-01", "1990-03-31"))
    arrest, release = nlp("Police arrested Ana Vidal on Monday. They released Ivo Reis.", date="2026-01-08").events
    assert "time" in arrest.roles and arrest.time_fallback is None
    assert "time" not in release.roles and release.time_fallback == "2026-01-08"
    assert {arrest.reported, release.reported} == {"2026-01-08"}
    assert nlp("The police arrested Ivo Reis.").events[0].time_fallback is None
