"""Meetings that never were, from a seed: names, business and decisions put together from word lists of our own."""

from __future__ import annotations

import datetime as dt
import random

from minutebook.model import (
    BULLET,
    Attendee,
    Body,
    Decision,
    Department,
    Entry,
    Group,
    Item,
    List,
    Meeting,
    Note,
    Paragraph,
    Subheading,
    Vote,
    VoteLine,
)

HEADS = "Ash Brindle Cald Dunner Elm Farrow Gorse Hazel Ingle Kestrel Lark Mallow Nettle Oster Pill Quern Rook Sorrel Thistle Wend".split()
TAILS = "by combe dale field ford garth ham holt ley mere pole stead thwaite wick worth".split()
BODIES = tuple(
    Body(name.lower().replace(" ", "-").replace("(", "").replace(")", ""), name)
    for name in (
        "Cabinet", "Licensing Committee", "Planning Committee", "Housing and Repairs Panel", "Parks Working Group",
        "Health Scrutiny Board (2)", "Audit and Standards Committee", "Town Council", "Executive", "Schools Forum",
    )
)  # fmt: skip
MEMBERS = ("Members", "Members Present", "Committee Members", "Present", "Councillors Present")
OTHERS = ("Other Members", "Co-opted Members", "Invited Members", "Other Members Present", "Also present")
STAFF = ("Employees (by Directorate)", "Officers", "Officers Present", "Employees", "Officers in attendance")
DEPARTMENTS = (
    "Adult Services", "City Services", "Finance and Resources", "Law and Governance", "Housing", "Streets and Parks", "Public Health",
)  # fmt: skip
ROLES = ("Chair", "Deputy Chair", "Vice-Chair", "Lord Mayor", "Cabinet Member for Housing")
THINGS = (
    "the winter programme", "flood defences", "library opening hours", "the repair of footways", "street trees", "allotment rents",
    "the market hall", "school crossings", "empty homes", "the budget for next year", "bus shelters", "the cycle network",
    "damp in council homes", "the register of assets", "waste collection", "play areas", "the youth service", "burial fees",
)  # fmt: skip
TITLES = (
    "Declarations of Interest", "Minutes of the Previous Meeting", "Budget Monitoring Report", "Winter Service Plan", "Library Strategy",
    "Outstanding Issues", "Work Programme", "Street Trees and Verges", "Housing Repairs: Second Quarter", "Flood Defence Works",
    "Market Hall Lease", "School Crossing Patrols", "Appointments to Outside Bodies", "Petition – Footway on Long Lane",
    "Empty Homes Policy", "Annual Report of the Auditor", "Any Other Items of Public Business", "Burial Fees and Charges",
    "Cycle Network – Phase 2", "Youth Service Review", "Waste Contract Extension", "Licence for the Summer Fair",
)  # fmt: skip
SENTENCES = (
    "{body} considered a report of the Director of {place} on {a}, which set out the costs of {b}.",
    "Members asked how {a} would be paid for and when {b} would be finished.",
    "It was noted that {a} had cost £{n},{m} in the last year, some {p}% more than expected.",
    "The officer explained that {a} and {b} were to be looked at together, since both depended on {c}.",
    "In answer to a question, it was said that {a} would be reported on within {p} weeks.",
    "Councillor {name} spoke about {a} and thanked all who had worked on {b}.",
    "Councillors {name} and {other} had visited the works at {where} and described what they saw there.",
    "A letter from the residents of {where} had been received, in which {n} people asked for changes to {a}.",
    "There was concern about {a}.",
)  # fmt: skip
CLAUSES = (
    "Notes the report on {a}", "Approves the spending of £{n},{m} on {a}", "Asks that officers report again on {a} and {b} within {p} weeks",
    "Endorses the approach to {a} as set out in section {p} of the report", "Delegates authority to the Director of {place} to settle {a}",
    "Thanks the staff who look after {a} for their work", "Refers {a} to the next meeting, together with {b} and with {c}",
    "Agrees that {a} be published", "That the works at {where} go ahead",
)  # fmt: skip
POINTS = (
    "The cost of {a}", "How {a} compares with other councils", "Whether {a} could be finished before {b}",
    "The effect on {a} of the changes that were made to {b} in the spring, and what had been learnt from {c}", "{a} at {where}",
)  # fmt: skip
NUMBERS = ("{n}", "{n}/25", "PL/25/{n:03}", "{n}")
WHOLE = (
    ("", "RESOLVED", " that {c}."), ("", "RESOLVED", ": That {c}."), ("It was ", "RESOLVED", " that {c}."), ("", "AGREED", " that {c}."),
    ("", "RESOLVED", " to approve {c}."), ("", "RESOLVED", " – That {c}."), ("It was unanimously ", "RESOLVED", " that {c}."),
)  # fmt: skip
OPENINGS = (
    ("", "RESOLVED", " that {body}:"), ("", "RESOLVED", " –"), ("", "AGREED", " that:"), ("", "RESOLVED", " that:-"),
    ("Following a debate, it was ", "RESOLVED", " that {body}:"), ("", "RECOMMENDED", " that the Council:"), ("", "RESOLVED", ":"),
)  # fmt: skip
VOTES = (
    "For: {n} Against: 2",
    "{n} in favour, 2 against, 1 abstention.",
    "Vote: For {n}; Against 3",
    "Carried by {n} votes to 1.",
)
AGREED = (
    ("All ", "agreed", "."), ("", "Agreed", "."), ("", "Agreed", " unanimously."), ("Proposed by Councillor {one}, seconded by Councillor {two}, all ", "agreed", "."),
)  # fmt: skip
ENDS = (".", ".", "; and")


def roman(number):
    return ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")[number - 1]


LABELS = {
    "1)": lambda n: f"{n})", "(1)": lambda n: f"({n})", "1.": lambda n: f"{n}.", "a)": lambda n: f"{chr(96 + n)})",
    "(a)": lambda n: f"({chr(96 + n)})", "(i)": lambda n: f"({roman(n)})", "i.": lambda n: f"{roman(n)}.", "•": lambda _: BULLET,
}  # fmt: skip
BELOW = {
    "1)": ("a)", "(a)", "(i)", "•"), "(1)": ("(a)", "a)", "(i)", "•"), "1.": ("a)", "(i)", "•"), "a)": ("(i)", "i.", "•"),
    "(a)": ("(i)", "i.", "•"), "(i)": ("a)", "•"), "i.": ("(a)", "•"), "•": (),
}  # fmt: skip


class Inventor:
    """All choices of one meeting, in the order of its print."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.body = self.chance.choice(BODIES)
        self.upper = self.chance.choice([label for label in LABELS if label != "1."])
        self.lower = self.chance.choice(BELOW[self.upper] or ("•",))
        self.opening = self.chance.choice(OPENINGS)
        self.whole = self.chance.choice(WHOLE)
        self.number = self.chance.choice(NUMBERS)
        self.names = []
        parish = random.Random(f"parish {seed}")
        self.is_parish = parish.random() < 0.2  # nothing is resolved there, but proposed, seconded and agreed
        self.restarts = parish.random() < 0.1
        self.parish = parish

    def surname(self):
        return self.chance.choice(HEADS) + self.chance.choice(TAILS)

    def filled(self, template):
        a, b, c = self.chance.sample(THINGS, 3)
        chance = self.chance
        text = template.format(
            body="The meeting", place=chance.choice(DEPARTMENTS), a=a, b=b, c=c, n=chance.randint(2, 90), m=chance.randint(100, 999),
            p=chance.randint(2, 30), name=chance.choice(self.names), other=chance.choice(self.names),
            where=f"{self.surname()} {chance.choice(('Lane', 'Road', 'Green', 'House'))}",
        )  # fmt: skip
        return text[0].upper() + text[1:]

    def paragraph(self):
        return " ".join(self.filled(self.chance.choice(SENTENCES)) for _ in range(self.chance.randint(1, 5)))

    def people(self, count, title="Councillor ", roles=True):
        made = []
        for number in range(count):
            name = (
                f"{' '.join(self.chance.sample('ABCDEFGHJKLMNPRSTW', self.chance.choice((1, 1, 2))))} {self.surname()}"
            )
            role = ""
            if roles and number < 2 and self.chance.random() < 0.6:
                role = f" ({ROLES[number]})"
            elif roles and self.chance.random() < 0.15:
                role = f" (Substitute for Councillor {self.surname()})"
            self.names.append(name)
            made.append(Attendee(f"{title}{name}{role}"))
        return tuple(made)

    def attendance(self):
        yield Group(self.chance.choice(MEMBERS), self.people(self.chance.randint(3, 11)))
        if self.chance.random() < 0.4:
            yield Group(self.chance.choice(OTHERS), self.people(self.chance.randint(1, 4), roles=False))
        if self.chance.random() < 0.7:
            group = self.chance.choice(STAFF)
            if self.chance.random() < 0.5:
                places = self.chance.sample(DEPARTMENTS, self.chance.randint(1, 4))
                yield Group(
                    group,
                    (),
                    tuple(Department(name, self.people(self.chance.randint(1, 3), "", False)) for name in places),
                )
            else:
                yield Group(group, self.people(self.chance.randint(1, 5), "", False))

    def clauses(self, style, below=0.3):
        made = []
        count = self.chance.randint(2, 7)
        for number in range(1, count + 1):
            text, under = self.filled(self.chance.choice(CLAUSES)), ()
            if below and style != BULLET and self.chance.random() < below:
                under = (List(self.clauses(self.lower, 0)),)
                text += ":"
            else:
                text += (
                    "." if number == count or self.chance.random() < 0.5 else "; and" if number == count - 1 else ";"
                )
            made.append(Entry(LABELS[style](number), text, under))
        return tuple(made)

    def decision(self):
        if self.chance.random() < 0.4:
            before, word, after = self.whole
            thing, other = self.chance.sample(THINGS, 2)
            return Decision(
                before, word, after.format(c=f"{thing} be agreed and {other} be looked at again in the spring")
            )
        before, word, after = self.opening
        return Decision(before, word, after.format(body=self.body.name), self.clauses(self.upper))

    def blocks(self):
        """The text of an item. What stands after a list is a paragraph, so that nothing joins it."""
        for _ in range(self.chance.randint(1, 4)):
            yield Paragraph(self.paragraph())
            if self.chance.random() < 0.15:
                yield Paragraph(f"{self.filled('Members asked about {a}')} and made comments on matters including:")
                yield List(
                    tuple(
                        Entry(BULLET, self.filled(self.chance.choice(POINTS))) for _ in range(self.chance.randint(2, 5))
                    )
                )
                yield Paragraph(self.paragraph())
        if self.chance.random() < 0.1:
            yield Subheading(self.chance.choice(("Questions", "Next steps", "Debate on the report")))
            yield Paragraph(self.paragraph())
        if self.is_parish:
            yield from self.agreement()
        elif self.chance.random() < 0.75:
            yield self.decision()
            if self.chance.random() < 0.1:
                first, second = self.chance.sample(range(2, 20), 2)
                yield Vote((VoteLine("For", first), VoteLine("Against", second), VoteLine("Abstentions", 1)))
            if self.chance.random() < 0.15:
                yield Note(self.paragraph())

    def agreement(self):
        """How a parish decides, and with what vote."""
        one, two = self.parish.sample(self.names, 2)
        before, word, after = self.parish.choice(AGREED)
        if "{one}" not in before:
            yield Paragraph(
                f"{self.filled('To see to {a}')}. Proposed by Councillor {one}, seconded by Councillor {two}."
            )
        yield Decision(before.format(one=one, two=two), word, after)
        if self.parish.random() < 0.3:
            yield Paragraph(self.parish.choice(VOTES).format(n=self.parish.randint(3, 12)))

    def numbered(self, first, count):
        """The numbers of the items: they run on, or begin again at 1 in the middle."""
        if self.restarts and self.number == "{n}" and count > 4:
            return [*range(1, count // 2 + 1), *range(1, count - count // 2 + 1)]
        return list(range(first, first + count))

    def items(self):
        first, count = self.chance.choice((1, 1, 12, 36, 97)), self.chance.randint(2, 12)
        titles = self.chance.sample(TITLES, count)
        private = count - self.chance.randint(1, 2) if self.chance.random() < 0.3 and count > 3 else count
        for place, (title, number) in enumerate(zip(titles, self.numbered(first, count), strict=True)):
            section = "private" if place >= private else "public"
            yield Item(self.number.format(n=number), title, section, tuple(self.blocks()))

    def meeting(self):
        day = dt.date(2015, 1, 1) + dt.timedelta(days=self.chance.randrange(4000))
        start = dt.time(self.chance.choice((9, 10, 14, 18, 19)), self.chance.choice((0, 15, 30)))
        end = dt.time(start.hour + self.chance.randint(1, 3), self.chance.choice((0, 5, 20, 47)))
        groups = tuple(self.attendance())
        apologies = self.people(self.chance.randint(1, 3), roles=False) if self.chance.random() < 0.6 else ()
        end = end if self.chance.random() < 0.8 else None
        return Meeting(
            self.body.id, day, start=start, end=end, attendance=groups, apologies=apologies, items=tuple(self.items())
        )


def invented(seed):
    """The meeting of a seed, and the name of the body that met."""
    inventor = Inventor(seed)
    return inventor.meeting(), inventor.body.name
