"""A sentence for every broken rule of applications for a qualification."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain import application, company_code
from domain.refusal import Refusal
from services import deciding, qualifying
from views.reader import Reader

OF_APPLICATIONS: Final[Mapping[type[Refusal], Callable[[Reader, Mapping[str, Any]], str]]] = {
    company_code.CodeUnusable: lambda reader, _: reader.word(
        "That is no unified social credit code. It has {count} characters, such as 91330100799655058B;"
        " please compare it with the licence.",
        count=company_code.LENGTH,
    ),
    application.CompanyNameUnusable: lambda reader, facts: reader.word(
        "Please give the company's name in 1 to {most} characters.", most=reader.number(facts["most"])
    ),
    application.PhotosMissing: lambda reader, facts: reader.word(
        "Please send 1 to {most} photos first.", most=reader.number(facts["most"])
    ),
    application.NothingToApplyFor: lambda reader, _: reader.word(
        "This supplier has that qualification or a better one already."
    ),
    application.ReasonUnusable: lambda reader, facts: reader.word(
        "Please give the reason in 1 to {most} characters.", most=reader.number(facts["most"])
    ),
    application.ApplicationDecided: lambda reader, _: reader.word(
        "This application was decided or withdrawn already. Here is how it stands."
    ),
    qualifying.AlreadyApplied: lambda reader, _: reader.word(
        "An application of this supplier waits for a decision already."
    ),
    deciding.OwnCause: lambda reader, _: reader.word(
        "You have a part in this supplier, so another operator decides."
    ),
}
