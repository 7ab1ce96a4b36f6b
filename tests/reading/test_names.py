# SPDX-License-Identifier: Apache-2.0
"""Names: who is meant, by whatever words; each case is a phrase in ⟦ ⟧ and the ids that it stands for."""

from __future__ import annotations

import pytest

from tocsin.catalogue.catalogue import load
from tocsin.reading import views
from tocsin.reading.drafts import Draft
from tocsin.reading.layout import blocks
from tocsin.reading.lexicon import Lexicon
from tocsin.reading.naming import names, partial
from tocsin.records.ids import digest
from tocsin.records.texts import Text

CATALOGUE, PROBLEMS = load()
LEXICON = Lexicon(
    {
        "actor": names.actor_patterns(CATALOGUE),
        "demonym": names.demonym_patterns(CATALOGUE),
        "group": names.group_patterns(CATALOGUE),
        "place": names.place_patterns(CATALOGUE),
    }
)


def draft_of(content: str) -> Draft:
    text = Text(document=digest(b""), version="plain/1", media_type="text/plain", content=content)
    view = views.view(content)
    hits = LEXICON.scan(view.content)
    hits["actor"] = partial.whole(view.content, hits["actor"], CATALOGUE)
    return Draft(
        text=text,
        view=view,
        catalogue=CATALOGUE,
        blocks=blocks.find(view.content),
        hits=hits,
    )


def called(marked: str) -> list[tuple[str, str]]:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    draft = draft_of(marked.replace("⟦", "").replace("⟧", ""))
    return [(party.id, party.name) for party in names.parties(draft, start, end)]


def ids(marked: str) -> list[str]:
    return [party for party, _ in called(marked)]


PHRASES = [
    ("⟦another US$26 million⟧ is needed", ""),
    # A known name that is a part of another body's
    ("⟦the Security Council of Brevania⟧ met", "security-council-of-brevania"),
    ("⟦the Security Council of the United Nations⟧ met", "un-security-council"),
    ("It informed ⟦the Security Council⟧ of Brevania's plans", "un-security-council"),
    ("⟦the Red Cross of Oskavia⟧ denies it", "red-cross-of-oskavia"),
    ("⟦the General Assembly of the Georgian Bar Association⟧", "general-assembly-of-the-georgian-bar-association"),
    ("⟦the Committee against Torture of Lawyers⟧ met", "committee-against-torture-of-lawyers"),
    ("⟦the European Union of Women⟧ met", "eu-of-women"),
    ("⟦the African Court on Water⟧ met", "african-court-on-water"),
    ("⟦the African Court⟧ on Monday", "african-court"),
    ("⟦COASTAL COURT OF HUMAN RIGHTS⟧", "coastal-court-of-human-rights"),
    ("⟦the Court of Human Rights⟧", "ecthr"),
    ("⟦World Food Programme Workers Union⟧", "world-food-programme-workers-union"),
    # Bodies whose names end as another's begins
    ("⟦the Commission on Human Rights in South Sudan⟧", "un-chr-south-sudan"),
    ("⟦the Ukrainian Parliament Commissioner for Human Rights⟧", "ukraine-ombudsman"),
    ("⟦the SPLM/A (In Opposition)⟧", "splm-io"),
    ("⟦Secretary of State Antony Blinken⟧", "us-secretary-of-state"),
    ("⟦the Uganda People's Defence Forces⟧", "uganda"),
    ("⟦the Armed Forces of the Democratic Republic of the Congo (FARDC)⟧", "dr-congo"),
    ("⟦FARDC⟧", "dr-congo"),
    ("⟦the Alliance Fleuve Congo⟧", "alliance-fleuve-congo"),
    ("⟦the Communist Party of the Philippines⟧", "communist-party-of-the-philippines"),
    ("⟦the Middle East Council of Churches⟧", "middle-east-council-of-churches"),
    ("On ⟦Monday the Tamar Wells Board⟧ met", "tamar-wells-board"),
    # States, whatever they are called
    ("⟦Mali⟧ denied it", "mali"),
    ("⟦the Government of Sudan⟧ must", "sudan"),
    ("⟦the Sudanese government⟧ must", "sudan"),
    ("⟦Sudan's government⟧ must", "sudan"),
    ("⟦the authorities of the Republic of Moldova⟧", "moldova"),
    ("⟦the authorities in Myanmar⟧", "myanmar"),
    ("⟦the Kenyan side⟧", "kenya"),
    ("⟦the delegation of Chile⟧", "chile"),
    ("⟦the Ethiopian armed forces⟧", "ethiopia"),
    ("⟦Israeli forces⟧", "israel"),
    ("⟦the Embassy of France in Chad⟧", "france"),
    ("⟦Khartoum⟧ rejects", "sudan"),
    ("⟦the Syrian Arab Republic⟧", "syria"),
    ("⟦Iran (Islamic Republic of)⟧", "iran"),
    ("⟦the United Kingdom of Great Britain and Northern Ireland⟧", "united-kingdom"),
    ("⟦the former Yugoslav Republic of Macedonia⟧", "north-macedonia"),
    ("⟦Swaziland⟧", "eswatini"),
    ("⟦the Libyan Arab Jamahiriya⟧", "libya"),
    ("⟦Côte d’Ivoire⟧", "cote-divoire"),
    ("⟦Cote d'Ivoire⟧", "cote-divoire"),
    ("⟦the Democratic People's Republic of Korea⟧", "north-korea"),
    # Conjoined
    ("⟦Spain, France and Viet Nam⟧", "spain france viet-nam"),
    ("⟦Bosnia and Herzegovina, Croatia and Serbia⟧", "bosnia-and-herzegovina croatia serbia"),
    ("⟦the Governments of Ethiopia and Eritrea⟧", "ethiopia eritrea"),
    ("⟦both the Lebanese and the Israeli authorities⟧", "lebanon israel"),
    ("⟦the Rwandan and Congolese governments⟧ after the Democratic Republic of the Congo", "rwanda dr-congo"),
    ("⟦the UN and the Government of Nepal⟧", "united-nations nepal"),
    ("⟦the African Union, as well as ECOWAS⟧", "african-union ecowas"),
    ("⟦Israel and Hamas⟧", "israel hamas"),
    ("⟦the Presidents of Serbia and Croatia⟧", "serbia-president croatia-president"),
    ("⟦UNITA and the Government of Angola⟧", "unita angola"),
    # A State in apposition, by its name in full or last of all, is whose the organ before it is
    ("⟦the Ministry of Interior, Republic of Kenya⟧, must", "kenya"),
    ("⟦the President, Republic of Ghana⟧, must", "ghana-president"),
    ("⟦the Parliament, Kingdom of Norway⟧, must", "norway-parliament"),
    ("⟦the Karsk Harbour Board, Republic of Kenya⟧, must", "karsk-harbour-board"),
    ("⟦the Karsk Harbour Board, Kenya⟧, must", "karsk-harbour-board"),
    ("⟦Chad, Republic of Korea and Kingdom of Norway⟧ must", "chad south-korea norway"),
    ("⟦the League of Ferries, Kenya and Ghana⟧ must", "league-of-ferries kenya ghana"),
    # Offices and organs
    ("⟦the President of Kenya⟧", "kenya-president"),
    ("⟦President of the Republic of Chad⟧", "chad-president"),
    ("⟦Israeli Prime Minister Anna Kresk⟧", "israel-prime-minister"),
    ("⟦the Parliament of Georgia⟧", "georgia-parliament"),
    ("⟦the Secretary-General of the United Nations⟧", "un-secretary-general"),
    ("⟦UN Secretary General António Guterres⟧", "un-secretary-general"),
    ("⟦Secretary-General Kofi Annan⟧", "un-secretary-general"),
    (
        "⟦the Special Adviser to the UN Secretary-General on the Prevention of Genocide⟧",
        "un-special-adviser-genocide-prevention",
    ),
    (
        "⟦UN High Commissioner for Refugees, the UN High Commissioner for Human Rights and other UN offices⟧",
        "un-high-commissioner-refugees un-high-commissioner-human-rights",
    ),
    ("⟦President of the Human Rights Council Anna Kresk⟧", "un-human-rights-council-president"),
    ("⟦the members of the Security Council⟧", "un-security-council-members"),
    ("⟦the five permanent members of the Security Council⟧", "un-security-council-permanent-members"),
    ("⟦the EU High Representative for Foreign Affairs and Security Policy⟧", "eu-high-representative"),
    ("⟦the Committee of Ministers of the Council of Europe⟧", "council-of-europe-committee-of-ministers"),
    ("⟦the United Nations High Commissioner for Refugees⟧", "un-high-commissioner-refugees"),
    ("⟦UNHCR, UNICEF and the World Food Programme⟧", "unhcr unicef wfp"),
    ("⟦the Office for the Coordination of Humanitarian Affairs⟧", "un-ocha"),
    ("⟦the International Committee of the Red Cross (ICRC)⟧", "icrc"),
    ("⟦the Office for Democratic Institutions and Human Rights⟧", "odihr"),
    ("⟦the UN Security Council and its members⟧", "un-security-council"),
    # Letters that several bodies share
    ("The SAF and ⟦the RSF⟧ fight in the town", "rsf-sudan"),
    ("The SAF, says Reporters Without Borders, held two writers; ⟦RSF⟧ asks why", "rsf"),
    # Collectives
    ("⟦the international community⟧", "international-community"),
    ("⟦all Member States⟧", "states"),
    ("⟦all States⟧", "states"),
    ("⟦both sides⟧", "parties"),
    ("⟦all parties to the conflict⟧", "parties"),
    ("⟦the parties to the conflict in Yemen⟧", "parties"),
    ("⟦the warring parties⟧", "parties"),
    ("⟦international human rights organizations and civil society⟧", "human-rights-organisations civil-society"),
    ("⟦Representatives of the Media⟧", "media"),
    ("⟦the international organizations, namely the UN⟧", "international-organisations united-nations"),
    ("⟦International Human Rights Organizations and Other International Actors⟧", "human-rights-organisations"),
    ("⟦the people of Sudan⟧", "sudan-people"),
    ("⟦Veltrian armed groups⟧ and more", "veltrian-armed-groups"),
    ("⟦donors⟧", "donors"),
    ("⟦the civil society of Georgia⟧", "georgia-civil-society"),
    # What the catalogue does not know
    ("⟦the Orsava Assembly⟧", "orsava-assembly"),
    ("⟦Women's League of Karsk⟧", "womens-league-of-karsk"),
    ("⟦the Northern Contact Group and Veltria⟧", "northern-contact-group veltria"),
    ("⟦the Ministry of Health and Social Affairs of Veltria⟧", "ministry-of-health-and-social-affairs-of-veltria"),
    ("⟦the Karsk Relief Committee (KRC)⟧", "karsk-relief-committee"),
    ("the Karsk Relief Committee (KRC) spoke. ⟦The KRC⟧ asks", "karsk-relief-committee"),
    ("the Security Council met. ⟦The Council⟧ urges", "un-security-council"),
    ("the Human Rights Council met. ⟦The Council⟧ urges", "un-human-rights-council"),
    ("the Karsk Centre (hereinafter: the Centre) spoke. ⟦The Centre⟧ asks", "karsk-centre"),
    ("⟦the Institute for the Study of War⟧", "institute-for-the-study-of-war"),
    ("⟦the governor of Karsk Province⟧", "governor-of-karsk-province"),
    ("⟦local officials⟧", "local-officials"),
    ("⟦the Veltrian Red Cross⟧", "veltrian-red-cross"),
    # Heads, modifiers and what stands around them
    ("⟦Syrian government forces resumed their shelling⟧", "syria"),
    ("⟦the Russian Defence Ministry⟧", "russia"),
    ("⟦the Ukrainian General Staff⟧", "ukraine"),
    ("⟦the Russian and Ukrainian Ministries of Defence⟧", "russia ukraine"),
    ("⟦the Malian and Nigerien presidents⟧", "mali-president niger-president"),
    ("⟦Georgian and Abkhaz civil society⟧", "georgia-civil-society abkhazia-civil-society"),
    ("⟦pro-Russian separatists⟧", ""),
    ("⟦YPG-led forces⟧", "ypg-led-forces"),
    ("⟦Anna Kresk, the Director-General of UNESCO⟧", "unesco-director-general"),
    ("⟦the President of Kenya, Anna Kresk,⟧", "kenya-president"),
    ("⟦the authorities of Kenya, public figures and political leaders⟧", "kenya"),
    ("⟦the mediators – Norway and Qatar⟧", "norway qatar"),
    (
        "⟦the permanent members of the Security Council: China, France and the Russian Federation⟧",
        "un-security-council-permanent-members",
    ),
    ("⟦During the Ethiopian offensive, the Eritrean army⟧", "eritrea"),
    ("⟦However⟧, the rebels", ""),
    ("It ended. ⟦Trucks⟧ stood there", ""),
    ("⟦the Special Rapporteur on torture⟧", "un-special-rapporteur-torture"),
    (
        "⟦the Special Rapporteur on the situation of human rights in Orsava⟧",
        "special-rapporteur-on-the-situation-of-human-rights-in-orsava",
    ),
    ("The Special Rapporteur on torture came. ⟦The Special Rapporteur⟧ asks", "un-special-rapporteur-torture"),
    (
        "⟦the Special Representative of the Secretary-General for Children and Armed Conflict⟧",
        "un-srsg-children-armed-conflict",
    ),
    ("⟦Members of the United Nations⟧", "states"),
    ("⟦the Tamar Declaration⟧", ""),
    ("⟦Monday⟧", ""),
    ("⟦the Transitional Government of Burundi⟧", "burundi"),
    ("⟦Israel, the occupying Power⟧", "israel"),
    ("⟦the Secretary-General of the Arab League⟧", "league-of-arab-states-secretary-general"),
    ("⟦the European Union and its Member States⟧", "european-union eu-member-states"),
    ("⟦Heads of State and Government of ECOWAS⟧", "ecowas"),
    ("⟦President Anna Kresk and First Vice-President Anton Vesk⟧", "anna-kresk anton-vesk"),
    ("⟦the General Workers Union⟧", "general-workers-union"),
    ("⟦Senator Kresk⟧", "senator-kresk"),
    ("⟦the United Nations Humanitarian Coordinator for Chad⟧", "un-humanitarian-coordinator-for-chad"),
    ("⟦the U.N. children's agency⟧", "unicef"),
    ("⟦the United Nations Karsk Mission⟧", "un-karsk-mission"),
    ("⟦the Foreign Office⟧", "foreign-office"),
    ("London is silent. ⟦the Foreign Office⟧", "uk-foreign-office"),
    ("⟦the local Orsavan authorities⟧", "local-orsavan-authorities"),
    ("⟦the Kosovo Albanian leadership⟧", "kosovo-albanian-leadership"),
    ("Chad, Chad and Chad. ⟦The Government⟧ must", "chad"),
    ("Chad, Mali and Niger. ⟦The Government⟧ must", "authorities"),
    ("⟦the Government of National Accord⟧", "gna-libya"),
    ("⟦the Sudan People's Liberation Army⟧", "splm"),
    ("⟦the Foreign Ministers of France, Germany and Poland⟧", "france germany poland"),
    ("⟦Dear Secretary-General⟧", "un-secretary-general"),
    ("⟦Veltria's blockade of the corridor⟧", ""),
    ("⟦the hope that things get better⟧", ""),
    ("⟦the following measures⟧", ""),
]


@pytest.mark.parametrize(("marked", "expected"), PHRASES, ids=[marked for marked, _ in PHRASES])
def test_a_phrase_stands_for_its_parties_in_order(marked, expected):
    assert ids(marked) == expected.split()


def test_the_rows_raise_no_problem():
    assert PROBLEMS == ()


@pytest.mark.parametrize(
    "row", [r for r in CATALOGUE.actors.values() if r.kind == "state" and not r.until], ids=lambda r: r.id
)
def test_every_state_is_read_alike(row):
    assert ids(f"We urge ⟦the Government of {row.name}⟧ to open the crossing.") == [row.id]
    assert ids(f"We urge ⟦{row.name}⟧ to open the crossing.") == [row.id]
    for name in row.aliases:
        assert ids(f"We urge ⟦{name}⟧ to open the crossing.") == [row.id], name


SUBJECTS = [
    ("⟦On 3 March, after the talks with Serbia had failed, the Croatian army⟧ withdrew", "croatia"),
    ("⟦The report says that the Government of Chad⟧ agreed", "chad"),
    ("⟦While Ethiopia denied it, Eritrea and Djibouti⟧ confirmed", "eritrea djibouti"),
    ("⟦Kenya, Uganda and Rwanda⟧ agreed", "kenya uganda rwanda"),
]


@pytest.mark.parametrize(("marked", "expected"), SUBJECTS, ids=[marked for marked, _ in SUBJECTS])
def test_who_acts_is_named_last_before_the_verb(marked, expected):
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    draft = draft_of(marked.replace("⟦", "").replace("⟧", ""))
    assert [party.id for party in names.subject(draft, start, end)] == expected.split()


PLACES = [
    ("the road from Goma to Bukavu in South Kivu", "goma bukavu south-kivu"),
    ("a camp near El-Fasher, Sudan", "el-fasher sudan"),
    ("Kyiv and Kiev are one", "kyiv"),
    ("the Golan Heights", "golan-heights"),
]


@pytest.mark.parametrize(("content", "expected"), PLACES)
def test_places_are_named_in_order_each_once(content, expected):
    assert [place.id for place in names.places(draft_of(content), 0, len(content))] == expected.split()


def test_a_party_keeps_the_words_of_its_source():
    draft = draft_of("We turn to the authorities of Burma.")
    (party,) = names.parties(draft, 11, 35)
    assert (party.id, party.name) == ("myanmar", "authorities of Burma")


def test_two_armies_are_each_named_and_letters_have_the_name_that_the_text_has():
    assert called("⟦the Indian and Pakistani armies⟧") == [("india", "Indian army"), ("pakistan", "Pakistani army")]
    assert called("The World Food Programme is here. ⟦WFP⟧") == [("wfp", "World Food Programme")]


def test_the_committee_whose_name_stands_at_the_head_is_the_committee():
    head = "Committee against Torture\n\nConcluding observations on Chad\n\n"
    assert ids(f"{head}The International Committee of the Red Cross came. ⟦The Committee⟧ asks.") == ["un-cat"]


def test_letters_stand_for_the_name_at_the_head_that_they_begin():
    head = "KARSK ASSOCIATION OF MILLERS\n\nSTATEMENT ON FLOUR\n\n"
    expected = [("karsk-association-of-millers", "Karsk Association of Millers")]
    assert called(f"{head}On Monday the mills of the town stood still again. ⟦KAM⟧ asks for flour.") == expected


def test_the_holder_of_an_office_stands_for_the_office():
    assert ids("⟦Kofi Annan⟧ said") == ["un-secretary-general"]


def test_a_name_wrapped_over_two_lines_is_one_name():
    assert ids("the appeal to ⟦the Security\nCouncil⟧ of 3 March") == ["un-security-council"]


KENYA = "Kenya has closed the road. Kenya must open it. Nobody but Kenya can. "


def test_the_president_of_a_text_about_one_state_is_that_states():
    assert ids(f"{KENYA}We turn to ⟦the President⟧ now.") == ["kenya-president"]


def test_the_president_is_no_known_states_where_the_text_has_a_land_that_nobody_knows():
    content = f"{KENYA}The people of Orsava suffer. We turn to ⟦the President⟧ now."
    assert "kenya-president" not in ids(content)
    assert "kenya-president" not in ids(f"⟦The President⟧ of Orsava has appealed. {KENYA}")
