"""Words by which what stands beside a name, or looks like one, is known: roles, particles, words of headings."""

from __future__ import annotations

ROLES = frozenset(
    "chair chairman chairperson chairwoman vice deputy cabinet member members director leader mayor officer officers clerk "
    "manager head portfolio holder executive lead substitute substituting observer representative representing chief "
    "secretary treasurer solicitor monitoring independent parish ward county district borough council town assistant "
    "service services team principal senior interim acting advisor adviser consultant engineer planner auditor press "
    "inspector sergeant constable police minutes committee panel board group governance democratic legal planning housing "
    "finance resources highways environment education health communications support apprentice trainee business public "
    "remotely virtually online arrived left until from part present absent for of the as at in to via "
    "nil none apologies scrutiny champion spokesperson convenor coordinator co-ordinator administrator warden".split()
)
"""Words of which roles are made."""
LONE_ROLES = frozenset(
    "chair chairman chairperson chairwoman vice deputy member members director leader mayor officer officers clerk manager "
    "substitute observer secretary treasurer solicitor independent remotely virtually online none nil apologies absent "
    "present left arrived".split()
)
"""Those that are one by themselves: "Ward" and "Parish" alone are surnames."""
SURNAMES = frozenset("ward warden parish constable head press lead town".split())
"""Words of roles that are surnames too, behind a first name."""
WARDENS = frozenset(
    "tree flood snow footpath path street neighbourhood community litter electoral church traffic".split()
)
"""What stands before such a word where it is a role after all: "Tree Warden"."""
HEADING_WORDS = frozenset("OF THE AND FOR TO IN ON".split())
"""What stands in a heading in capitals, and in nobody's name."""
PARTICLES = frozenset("de da del della di du la le van von der den ten ter bin bint ibn al el y o' mac st st.".split())
