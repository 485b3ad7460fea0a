import io
import json

import pytest

import diurna

TEXT = (
    "Kenya has promised to send food to Somalia. Turkish police arrested two Swedish journalists in Ankara on Monday. "
    "Beirut rejected a ceasefire."
)
COLUMNS = (
    "Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name,"
    "Target Sectors,Target Country,Story ID,Sentence Number,Publisher,City,District,Province,Country,Latitude,Longitude"
).split(",")


@pytest.fixture(scope="module")
def coded(nlp):
    return nlp(TEXT, date="2024-05-08", id="a1", source="Example Wire", url="https://example.org/1")


def test_plover_records_have_the_fields_of_the_manual(coded):
    promise, arrest, rejection = coded.to_plover()
    assert promise["event"] == ["AGREE"] and promise["quad_code"] == 1
    assert [actor["code"] for actor in promise["actor"]] == ["KEN"]
    assert [actor["code"] for actor in promise["recipient"]] == ["SOM"]
    assert arrest["mode"] == ["arrest"] and arrest["actor"][0]["sector"] == "COP"
    assert arrest["date"] == "2024-05-06" and arrest["size"] == {"arrested": 2}
    assert rejection["actor"][0] == {"code": "LBN", "sector": "GOV", "entity_text": "Beirut", "identifier_text": "Beirut"}
    for record in (promise, arrest, rejection):
        info = record["text_info"]
        assert coded.text[info["start"] : info["end"]] == record["text"]
        assert record["cite_info"]["publication"] == "Example Wire"
        assert {"id", "date", "actor", "event"} <= record.keys()


def test_cameo_rows_have_the_columns_of_icews_and_codes_keep_their_zeros(coded):
    rows = coded.to_cameo()
    assert all(list(row) == COLUMNS for row in rows)
    assert [row["CAMEO Code"] for row in rows] == ["0333", "173", "1246"]
    assert rows[0]["Source Country"] == "KEN" and rows[0]["Latitude"] == ""


def test_the_cameo_table_opens_in_pandas(coded):
    pandas = pytest.importorskip("pandas")
    table = pandas.read_csv(io.StringIO(coded.dumps("cameo")), sep="\t", dtype=str, keep_default_na=False)
    assert list(table.columns) == COLUMNS
    assert table["CAMEO Code"].tolist() == ["0333", "173", "1246"]
    assert not table.duplicated(["Event ID", "Event Date"]).any()


def test_the_same_bytes_again(nlp, coded):
    again = nlp(TEXT, date="2024-05-08", id="a1", source="Example Wire", url="https://example.org/1")
    assert again.dumps("plover") == coded.dumps("plover")
    assert [json.loads(line) for line in coded.dumps("plover").splitlines()] == coded.to_plover()


def test_nothing_political(nlp):
    doc = nlp("Rain fell on the valley.")
    assert doc.to_plover() == [] and doc.to_cameo() == []
    assert isinstance(doc, diurna.Doc)
