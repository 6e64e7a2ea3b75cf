"""The rules that the forms of a language pack may name."""

from collections.abc import Mapping

from geo.dates import from_publication, from_text, on_calendar
from geo.dates.meanings import Rule
from geo.dates.on_calendar import half_of_month, months_of_year, towards

_CALENDAR: Mapping[str, Rule] = {
    "day": on_calendar.day,
    "day_past": towards(on_calendar.day, -1),
    "day_next": towards(on_calendar.day, +1),
    "feast": on_calendar.feast,
    "related_feast": on_calendar.feast,
    "numeric": on_calendar.day,
    "iso": on_calendar.iso,
    "day_range": on_calendar.day_range,
    "day_pair": on_calendar.day_range,
    "cross_range": on_calendar.cross_range,
    "month": on_calendar.month,
    "month_past": towards(on_calendar.month, -1),
    "month_next": towards(on_calendar.month, +1),
    "month_range": on_calendar.month_range,
    "part_of_month": on_calendar.part_of_month,
    "part_range": on_calendar.part_range,
    "first_half_of_month": half_of_month(1),
    "second_half_of_month": half_of_month(2),
    "season": on_calendar.season,
    "related_season": on_calendar.season,
    "season_past": towards(on_calendar.season, -1),
    "season_next": towards(on_calendar.season, +1),
    "year": on_calendar.whole_year,
    "since_year": on_calendar.since_year,
    "related_year": on_calendar.whole_year,
    "year_range": on_calendar.year_range,
    "decade": on_calendar.decade,
    "part_of_year": on_calendar.part_of_year,
    "first_half": months_of_year(1, 6),
    "second_half": months_of_year(7, 12),
    "first_quarter": months_of_year(1, 3),
    "second_quarter": months_of_year(4, 6),
    "third_quarter": months_of_year(7, 9),
    "fourth_quarter": months_of_year(10, 12),
}

_FROM_PUBLICATION: Mapping[str, Rule] = {
    "today": from_publication.today,
    "yesterday": from_publication.shifted(-1),
    "before_yesterday": from_publication.shifted(-2),
    "tomorrow": from_publication.shifted(1),
    "overnight": from_publication.overnight,
    "since_today": from_publication.since_today,
    "weekday": from_publication.weekday(-1, apart=False),
    "last_weekday": from_publication.weekday(-1),
    "coming_weekday": from_publication.weekday(+1, apart=False),
    "next_weekday": from_publication.weekday(+1),
    "weekday_range": from_publication.weekday_range,
    "weekday_pair": from_publication.weekday_range,
    "weekend": from_publication.weekend(None),
    "last_weekend": from_publication.weekend(-1),
    "next_weekend": from_publication.weekend(+1),
    "last_unit": from_publication.unit(-1),
    "last_week": from_publication.unit(-1, "week"),
    "unit_before_last_unit": from_publication.unit(-2),
    "this_unit": from_publication.unit(0),
    "next_unit": from_publication.unit(+1),
    "ago": from_publication.ago,
    "fortnight_ago": from_publication.fortnight_ago,
    "more_than_ago": from_publication.more_than_ago,
    "less_than_ago": from_publication.less_than_ago,
    "since_ago": from_publication.since_ago,
    "past": from_publication.past,
    "within": from_publication.within,
    "within_fortnight": from_publication.within_fortnight,
    "ahead": from_publication.ahead,
    "fortnight_ahead": from_publication.fortnight_ahead,
    "coming": from_publication.coming,
    "end_of_this": from_publication.end_of_this,
    "earlier_in_this": from_publication.earlier_in_this,
    "later_in_this": from_publication.later_in_this,
    "part_of_this_month": from_publication.part_of_month(0),
    "part_of_last_month": from_publication.part_of_month(-1),
    "part_of_next_month": from_publication.part_of_month(+1),
    "month_of_last_year": from_publication.in_year(on_calendar.month, -1),
    "month_of_next_year": from_publication.in_year(on_calendar.month, +1),
    "day_of_last_year": from_publication.in_year(on_calendar.day, -1),
    "today_or_tomorrow": from_publication.today_or_tomorrow,
    "part_of_this_year": from_publication.in_year(on_calendar.part_of_year, 0),
    "part_of_last_year": from_publication.in_year(on_calendar.part_of_year, -1),
    "part_of_next_year": from_publication.in_year(on_calendar.part_of_year, +1),
}

_FROM_TEXT: Mapping[str, Rule] = {
    "after_last": from_text.from_last(+1),
    "day_after_last": from_text.from_last(+1),
    "before_last": from_text.from_last(-1),
    "day_before_last": from_text.from_last(-1),
    "same_as_last": from_text.same_as_last,
    "bare_day": from_text.bare_day,
    "related_bare_day": from_text.bare_day,
    "bare_day_range": from_text.bare_day_range,
    "part_of_day": from_text.part_of_day,
    "that_part_of_day": from_text.that_part_of_day,
    "clock": from_text.part_of_day,
    "related_clock": from_text.part_of_day,
    "night": from_text.night,
    "month_after_last": from_text.month_after_last,
    "weekday_after_last": from_text.weekday_after_last,
    "unit_after_last": from_text.unit_from_last(+1),
    "unit_before_last": from_text.unit_from_last(-1),
    "day_of_that_year": from_text.of_that_year(on_calendar.day),
    "day_range_of_that_year": from_text.of_that_year(on_calendar.day_range),
    "month_of_that_year": from_text.of_that_year(on_calendar.month),
    "part_of_that_year": from_text.of_that_year(on_calendar.part_of_year),
    "that_year": from_text.of_that_year(on_calendar.whole_year),
}

RULES: Mapping[str, Rule] = {**_CALENDAR, **_FROM_PUBLICATION, **_FROM_TEXT}

# Forms too short to stand alone: "2025", "the 9th" are dates behind "by", "since", "the night of".
RELATED = frozenset({"related_feast", "related_season", "related_year", "related_bare_day", "related_clock"})
# A number behind which no men may follow: "by the 2nd battalion", "until 2000 men".
NO_COUNT = frozenset({"related_year", "related_bare_day", "bare_day"})
# What is said of a day, and yields to a day that is named right behind it: "at 6 pm on Tuesday".
OF_A_DAY = frozenset({"clock", "related_clock", "part_of_day", "night"})
