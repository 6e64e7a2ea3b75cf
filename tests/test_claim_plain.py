"""Plain sentences about who goes, stays, falls and comes home: what each tells."""

import pytest

from .test_claim_newsroom import read, row


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is dropped, and what goes ahead later
        (
            "Ghana has dropped plans to send 300 policemen to Juba.",
            ["movement | 300 personnel | ? > Juba | denied"],
        ),
        (
            "Denmark's plan to send 80 soldiers to Bria was never carried out.",
            ["movement | 80 personnel | ? > Bria | denied"],
        ),
        (
            "A withdrawal of the battalion from Mitrovica is out of the question.",
            ["movement | None | Mitrovica > ? | denied"],
        ),
        # what was promised or awaited and has come
        (
            "Barely 60 of the 300 policemen pledged have reached Juba.",
            ["movement | 60 personnel | ? > Juba | reported"],
        ),
        # whom a place is held, reached, reinforced or left by
        ("Ménaka is held by 250 Malian soldiers.", ["presence | 250 personnel | Ménaka | reported"]),
        (
            "Bouar was reinforced by 90 paratroopers on Monday.",
            ["movement | 90 personnel | ? > Bouar | reported"],
        ),
        (
            "Kandahar was reinforced with 300 Dutch soldiers in March.",
            ["movement | 300 personnel | ? > Kandahar | reported"],
        ),
        ("Abéché was reached by a Chadian column on Sunday.", ["movement | None | ? > Abéché | reported"]),
        (
            "Kunduz was evacuated by the last German soldiers in 2013.",
            ["movement | None | Kunduz > ? | reported"],
        ),
        (
            "Lithuania, where some 1,600 Germans are stationed, will host the talks.",
            ["presence | 1600 personnel | Lithuania | reported"],
        ),
        # who is lost, and to what
        (
            "Rebels attacked a post at Djibo on Sunday, killing 12 soldiers.",
            ["casualties | 12 personnel | Djibo | reported"],
        ),
        (
            "Rebels raided Inates on Friday and seven soldiers died.",
            ["casualties | 7 personnel | Inates | reported"],
        ),
        (
            "Two soldiers were killed when their convoy came under fire near Bria.",
            ["casualties | 2 personnel | Bria | reported"],
        ),
        (
            "Sergeant Anna Berg, 31, was killed near Gao on Friday.",
            ["casualties | 1 personnel | Gao | reported"],
        ),
        ("The regiment lost 40 dead at Narvik.", ["casualties | 40 personnel | Narvik | reported"]),
        (
            "Belgium had 600 men in Kindu; 13 were killed.",
            ["presence | 600 personnel | Kindu | reported", "casualties | 13 personnel | Kindu | reported"],
        ),
        ("The battalion lost its water supply at Bria.", []),
        (
            "Nobody claimed the attack which killed three soldiers near Bria.",
            ["casualties | 3 personnel | Bria | reported"],
        ),
        # where who comes home was
        (
            "The hospital ship came home on Monday after four months off Yemen.",
            ["movement | None | Yemen > ? | reported"],
        ),
        (
            "Of the Dutch airmen in Erbil, eight were sent home.",
            ["movement | 8 personnel | Erbil > ? | reported"],
        ),
        (
            "The paratroopers boarded a plane in Ajaccio for Abidjan.",
            ["movement | None | Ajaccio > Abidjan | reported"],
        ),
        # every goal of a list
        (
            "Senegal moved two companies to Bakel and Matam.",
            [
                "movement | 2 companies | ? > Bakel | reported",
                "movement | 2 companies | ? > Matam | reported",
            ],
        ),
        (
            "The frigate will go on from Apia to Suva and Noumea.",
            ["movement | None | Apia > Suva | expected", "movement | None | Apia > Noumea | expected"],
        ),
        ("The batteries are in Lviv, not in Kyiv.", ["presence | None | Lviv | reported"]),
        # what is told again without its verb
        (
            "One company went to Bor, another to Malakal.",
            [
                "movement | 1 companies | ? > Bor | reported",
                "movement | 1 companies | ? > Malakal | reported",
            ],
        ),
        (
            "There are 70 Swedish instructors in Erbil and 30 in Odesa.",
            ["presence | 70 personnel | Erbil | reported", "presence | 30 personnel | Odesa | reported"],
        ),
        # parts of a whole
        (
            "Of the 800 policemen in Honiara, 60 have moved to Gizo.",
            ["movement | 60 personnel | Honiara > Gizo | reported"],
        ),
        (
            "Of the original 900 soldiers, only 40 remain in Prizren.",
            ["presence | 40 personnel | Prizren | reported"],
        ),
        ("There are 60 Swiss soldiers left in Prizren.", ["presence | 60 personnel | Prizren | reported"]),
        ("Five of the navy's nine helicopters are in Suva.", ["presence | 5 aircraft | Suva | reported"]),
        (
            "Most of the 600-strong contingent will leave Zagreb in June.",
            ["movement | None | Zagreb > ? | expected"],
        ),
        (
            "The convoy, 18 lorries in all, reached Bouar on Friday.",
            ["movement | 18 vehicles | ? > Bouar | reported"],
        ),
        ("The platoon, 12 of them medics, left Accra for Bor.", ["movement | None | Accra > Bor | reported"]),
        (
            "The number of French soldiers in Bria has fallen to 280.",
            ["presence | 280 personnel | Bria | reported"],
        ),
        ("The garrison of Narvik numbered 900.", ["presence | 900 personnel | Narvik | reported"]),
        # what is only passed
        (
            "A convoy of 30 lorries crossed from Chad at Adré on Monday.",
            ["movement | 30 vehicles | Chad > ? | reported"],
        ),
        (
            "The frigate cleared the Suez Canal and berthed at Piraeus.",
            ["movement | None | ? > Piraeus | reported"],
        ),
        (
            "Chinese troops have begun pulling back from Demchok, according to two officials in New Delhi.",
            ["movement | None | Demchok > ? | reported"],
        ),
        # who comes for whom
        (
            "A Nepalese battalion relieved the Kenyans at Bria in June.",
            ["movement | 1 battalions | ? > Bria | reported"],
        ),
        (
            "Some 1,200 soldiers will go to Poland, replacing a brigade from Fort Hood.",
            ["movement | 1200 personnel | ? > Poland | expected"],
        ),
        (
            "The Dutch frigate Tromp has replaced the Belgian Leopold off Beirut.",
            ["movement | None | ? > Beirut | reported"],
        ),
        # a ship's crew, and a unit's own number
        ("The corvette (90 crew) docked in Larnaca.", ["movement | 90 personnel | ? > Larnaca | reported"]),
        (
            "HMS Kent, now anchored off Larnaca, has 180 crew.",
            ["presence | 180 personnel | Larnaca | reported"],
        ),
        (
            "45 Commando left Arbroath for Narvik on Monday.",
            ["movement | None | Arbroath > Narvik | reported"],
        ),
        ("32 Battalion flew from Rundu to Menongue.", ["movement | None | Rundu > Menongue | reported"]),
        ("Marines with rocket launchers landed at Narvik.", ["movement | None | ? > Narvik | reported"]),
        # who stays where others left, and who stands for them
        (
            "The frigate left Djibouti on Sunday; a helicopter stayed behind.",
            ["movement | None | Djibouti > ? | reported", "presence | 1 aircraft | Djibouti | reported"],
        ),
        (
            "A battalion flew home from Bangui in May, but a platoon stayed behind.",
            ["movement | 1 battalions | Bangui > ? | reported", "presence | 1 platoon | Bangui | reported"],
        ),
        (
            "A Danish company held Tyre for two years. The company withdrew on 3 June.",
            ["presence | 1 companies | Tyre | reported", "movement | None | Tyre > ? | reported"],
        ),
        (
            "The corvette docked at Split on Friday. The ship left on Sunday.",
            ["movement | None | ? > Split | reported", "movement | None | Split > ? | reported"],
        ),
        (
            "Sixty lorries left Adré on Monday. Nine broke down. The others reached Geneina on Thursday.",
            ["movement | 60 vehicles | Adré > ? | reported", "movement | None | ? > El Geneina | reported"],
        ),
        (
            "Forty engineers are in Pokhara. Most will leave in May.",
            ["presence | 40 personnel | Pokhara | reported", "movement | None | Pokhara > ? | expected"],
        ),
        (
            "Kenyan soldiers are in Goma. None were sent to Bukavu.",
            ["presence | None | Goma | reported", "movement | None | ? > Bukavu | denied"],
        ),
        # what is denied, and what is not
        ("Neither of the two frigates has left Toulon.", ["movement | 2 vessels | Toulon > ? | denied"]),
        ("Not one of the 22 Fijian engineers has left Suva.", ["movement | None | Suva > ? | denied"]),
        ("At no time did any of its soldiers enter Goma.", ["movement | None | ? > Goma | denied"]),
        ("The battalion is no longer in Tartus.", ["presence | None | Tartus | denied"]),
        (
            "Malian soldiers refused to fight and returned to Mopti.",
            ["movement | None | ? > Mopti | reported"],
        ),
        (
            "Twelve gendarmes were stranded in Lagos when their flight was cancelled.",
            ["presence | 12 personnel | Lagos | reported"],
        ),
        (
            "The army denied losses and said reinforcements were on their way to Bria.",
            ["movement | None | ? > Bria | confirmed"],
        ),
        (
            "Asked how many soldiers had gone, the minister replied that 40 were in Gao.",
            ["presence | 40 personnel | Gao | confirmed"],
        ),
        # what stands for the verb, and what a denial or a number covers
        (
            "It is quiet in Goma. The mission has 900 soldiers in the town.",
            ["presence | 900 personnel | Goma | reported"],
        ),
        (
            "Ethiopian troops, who quit Mogadishu in 2009, will not return there, he told MPs in Harar.",
            ["movement | None | Mogadishu > ? | reported", "movement | None | ? > Mogadishu | denied"],
        ),
        (
            "Claims that HMNZS Wellington is on her way to Niue are wrong.",
            ["movement | None | ? > Niue | denied"],
        ),
        ("Two generals were killed in Aleppo.", ["casualties | 2 personnel | Aleppo | reported"]),
        ("Plans to send 2,000 men to Goma were dropped.", ["movement | 2000 personnel | ? > Goma | denied"]),
        (
            "300 men left Goma after two bases were abandoned.",
            ["movement | 300 personnel | Goma > ? | reported"],
        ),
        ("Nor will any New Zealander be sent to Malaita.", ["movement | None | ? > Malaita | denied"]),
        (
            "900 shells went from Rajin to Perm. Prague gave 1,500 shells. Ministers promised another 800.",
            [
                "supply | 900 shells | Rajin > Perm | reported",
                "supply | 1500 shells |  | reported",
                "supply | 800 shells |  | expected",
            ],
        ),
        ("Two generals flew to Aleppo.", []),
        ("Of 540 men, 150 were killed at Osan.", ["casualties | 150 personnel | Osan | reported"]),
        (
            "The frigate, with a crew of 180, left Den Helder on Monday.",
            ["movement | 180 personnel | Den Helder > ? | reported"],
        ),
        (
            "None of the town's two battalions has left Kidal.",
            ["movement | 2 battalions | Kidal > ? | denied"],
        ),
        ("The ambush cost Niger nine soldiers near Diffa.", ["casualties | 9 personnel | Diffa | reported"]),
        (
            "The number of soldiers in Bria fell from 450 to 210 in September.",
            ["presence | 210 personnel | Bria | reported"],
        ),
        (
            "A company of Fijians is stationed at Tyre. The soldiers withdrew on Monday.",
            ["presence | 1 companies | Tyre | reported", "movement | None | Tyre > ? | reported"],
        ),
        (
            "The tanker is to be joined by HMS Kent, which left Portsmouth on 12 August.",
            ["movement | None | Portsmouth > ? | reported"],
        ),
        ("No American hospital ship is on its way, the embassy says.", ["movement | None |  | denied"]),
        ("Azerbaijani howitzers were hauled up to Goris.", ["movement | None | ? > Goris | reported"]),
        ("The rifles were moved to Goma.", ["supply | None | ? > Goma | reported"]),
        (
            "Foreign helicopters reportedly dropped rice and tarpaulins at Goma yesterday.",
            ["supply | None | ? > Goma | unconfirmed"],
        ),
        ("No European monitor will set foot in Azerbaijan.", ["movement | None | ? > Azerbaijan | denied"]),
        ("Two Kenyan tanks are bogged down near Goma.", ["presence | 2 vehicles | Goma | reported"]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert [row(claim) for claim in read("en", text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a future told in the past, and the hearsay beside it
        (
            "L'état-major a précisé que les derniers soldats quitteraient Bria en mai.",
            ["movement | None | Bria > ? | expected"],
        ),
        (
            "Selon un blog, les derniers soldats quitteraient Bria en mai.",
            ["movement | None | Bria > ? | unconfirmed"],
        ),
        # what is denied, and what is not
        ("La France ne compte plus que 400 hommes à Bouar.", ["presence | 400 personnel | Bouar | reported"]),
        ("La base de Gao n'abrite plus que 60 soldats.", ["presence | 60 personnel | Gao | reported"]),
        ("Aucun des deux navires n'a quitté Toulon.", ["movement | 2 vessels | Toulon > ? | denied"]),
        (
            "L'armée a démenti toute perte et dit que des renforts étaient en route pour Djibo.",
            ["movement | None | ? > Djibo | confirmed"],
        ),
        (
            "Interrogé sur leur nombre, le ministre a répondu que 40 soldats étaient à Gao.",
            ["presence | 40 personnel | Gao | confirmed"],
        ),
        # how many
        (
            "Vingt et un gendarmes ont quitté Bangui lundi.",
            ["movement | 21 personnel | Bangui > ? | reported"],
        ),
        ("La garnison de Zinder comptait 900 hommes.", ["presence | 900 personnel | Zinder | reported"]),
        # where
        ("Les batteries sont à Lviv, et non à Kyiv.", ["presence | None | Lviv | reported"]),
        (
            "L'Algérie a envoyé des renforts à Tamanrasset et Djanet.",
            ["movement | None | ? > Tamanrasset | reported", "movement | None | ? > Djanet | reported"],
        ),
        (
            "Bria, que les derniers Rwandais avaient évacuée, est calme.",
            ["movement | None | Bria > ? | reported"],
        ),
        # ce qui est annoncé, tenu, compté
        (
            "L’armée a annoncé que 200 hommes partiraient pour Gao.",
            ["movement | 200 personnel | ? > Gao | expected"],
        ),
        (
            "Le ministère a annoncé que 200 hommes seraient envoyés à Abéché.",
            ["movement | 200 personnel | ? > Abéché | expected"],
        ),
        (
            "Selon l’armée, 200 hommes seraient déployés à Gao.",
            ["presence | 200 personnel | Gao | unconfirmed"],
        ),
        (
            "La frégate, avec un équipage de 150 marins, a quitté Brest mardi.",
            ["movement | 150 personnel | Brest > ? | reported"],
        ),
        (
            "La compagnie, dont douze femmes, a quitté Thiès pour Bria.",
            ["movement | None | Thiès > Bria | reported"],
        ),
        ("Sur 540 hommes, 150 ont été tués à Narvik.", ["casualties | 150 personnel | Narvik | reported"]),
        (
            "La Belgique a rapatrié ses 60 soldats du Niger.",
            ["movement | 60 personnel | Niger > ? | reported"],
        ),
        (
            "Le Parlement a approuvé mardi l’envoi de 300 policiers à Jérémie.",
            ["movement | 300 personnel | ? > Jérémie | expected"],
        ),
        (
            "Le gouvernement a promis lundi d’envoyer deux hélicoptères à Bria.",
            ["movement | 2 aircraft | ? > Bria | expected"],
        ),
        ("Gao est tenue par 300 soldats.", ["presence | 300 personnel | Gao | reported"]),
        (
            "Gao a été renforcée par deux compagnies dimanche.",
            ["movement | 2 companies | ? > Gao | reported"],
        ),
        (
            "Une trentaine de paramilitaires russes seraient passés la nuit dernière de Bamako à Gao.",
            ["movement | 30 personnel | Bamako > Gao | unconfirmed"],
        ),
        ("Huit Mi-17 indiens opèrent à partir de Pokhara.", ["presence | 8 aircraft | Pokhara | reported"]),
        (
            "Les sapeurs français reprendront l’avion pour Paris jeudi.",
            ["movement | None | ? > Paris | expected"],
        ),
        (
            "Un bataillon danois relève les Suisses à Prizren.",
            ["movement | 1 battalions | ? > Prizren | reported"],
        ),
    ],
)
def test_french(text: str, expected: list[str]) -> None:
    assert [row(claim) for claim in read("fr", text)] == expected
