// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/claim_words.h"

#include "app/desktop/language.h"
#include "views/theme/number_format.h"
#include "views/theme/sentences.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

QString told(const Told& both) { return QString::fromStdString(both.in(currentLanguage().toStdString())); }

QString html(const std::string& text) { return QString::fromStdString(text).toHtmlEscaped(); }

QString verdictWord(Verdict verdict) {
    switch (verdict) {
    case Verdict::Holds:
        return tr("holds");
    case Verdict::AsCounted:
        return tr("holds as counted");
    case Verdict::Fails:
        return tr("does not hold");
    case Verdict::NoNumber:
        return tr("no number");
    case Verdict::NotCounted:
        break;
    }
    return tr("cannot be counted");
}

ClaimMark markOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Holds:
        return ClaimMark::Holds;
    case Verdict::AsCounted:
        return ClaimMark::Partly;
    case Verdict::Fails:
        return ClaimMark::Fails;
    case Verdict::NoNumber:
    case Verdict::NotCounted:
        break;
    }
    return ClaimMark::Open;
}

QString directionWord(ClaimDirection direction) {
    switch (direction) {
    case ClaimDirection::Better:
        return tr("said in favour of CloudMatrix 384");
    case ClaimDirection::Worse:
        return tr("said against CloudMatrix 384");
    case ClaimDirection::Mixed:
        break;
    }
    return tr("cuts both ways");
}

QString paragraph(const QString& text) {
    return QStringLiteral("<p style=\"margin:0 0 8px 0\">%1</p>").arg(text);
}

QString linkTo(const Source& source) {
    const QString title = html(source.title), address = QString::fromStdString(source.address);
    return address.startsWith("http") && !address.contains(' ')
               ? QStringLiteral("<a href=\"%1\">%2</a>").arg(address.toHtmlEscaped(), title)
               : title;
}

// "CloudMatrix 384: BF16 dense per chip", "GB200 NVL72: node chips"; the names of published facts as they
// are.
QString termName(const CheckedTerm& t) {
    const QString whole = QString::fromStdString(t.term.name);
    const qsizetype colon = whole.indexOf(QStringLiteral(": "));
    if (colon < 0 || (!t.fact.empty() && t.term.path.empty()))
        return whole;
    QString name = whole.mid(colon + 2), owner;
    for (const auto& [end, said] :
         {std::pair(" per chip", tr("per chip")), {" per kW", tr("per kW")}, {" per rack", tr("per rack")}})
        if (name.endsWith(end)) {
            name.chop(static_cast<qsizetype>(qstrlen(end)));
            owner = QStringLiteral(" ") + said;
        }
    if (name.contains('.')) // a fact of the machine: "node.count"
        name.replace('.', ' ').replace('_', ' ');
    name = termText(name.toStdString());
    return whole.left(colon + 2) + name + owner;
}

QString termLine(const CheckedTerm& t) {
    const bool ours = t.term.grade == Grade::Modelled;
    const QString number = ours ? modelled(t.term.value) : exact(t.term.value);
    QString line =
        QStringLiteral("%1 = %2 · %3")
            .arg(termName(t).toHtmlEscaped(),
                 t.term.unit.empty() || t.term.unit == "ratio" ? number : withUnit(number, word(t.term.unit)),
                 gradeWord(t.term.grade));
    if (!t.fact.empty())
        line += QStringLiteral(" · ") + html(t.fact);
    if (!t.source.title.empty())
        line += QStringLiteral(" · ") + linkTo(t.source);
    return line;
}

QString valueText(const CheckedClaim& c, std::size_t i) {
    const std::optional<double>& value = c.readings[i].value;
    const bool isBeside = c.claim.readings[i].role == ReadingRole::Beside;
    return value ? QString::fromStdString(claimedText(*value, isBeside ? "x" : c.claim.unit))
                 : QStringLiteral("–");
}

QString readingHtml(const CheckedClaim& c, std::size_t i) {
    const CheckedReading& reading = c.readings[i];
    QString text = paragraph(QStringLiteral("<b>%1</b> &nbsp;%2<br>= %3")
                                 .arg(valueText(c, i), told(c.claim.readings[i].name).toHtmlEscaped(),
                                      html(formulaOf(c.claim.readings[i], reading))));
    QStringList lines;
    for (const std::vector<CheckedTerm>* terms : {&reading.over, &reading.under})
        for (const CheckedTerm& term : *terms)
            if (const QString line = termLine(term); !lines.contains(line))
                lines << line;
    return text + QStringLiteral("<p style=\"margin:0 0 12px 12px\"><small>%1</small></p>")
                      .arg(lines.join(QStringLiteral("<br>")));
}

} // namespace

ClaimView viewOf(const CheckedClaim& c) {
    ClaimView view;
    view.title = told(c.claim.title);
    view.subtitle = QString::fromStdString(c.claim.who) + QStringLiteral(": ") + told(c.claim.says);
    view.found = c.found() ? QString::fromStdString(claimedText(*c.found(), c.claim.unit)) : QString();
    view.verdict = verdictWord(c.verdict);
    view.mark = markOf(c.verdict);
    if (c.turn == Turn::Turns)
        view.verdict += tr(" · turned round");
    else if (c.turn == Turn::Level)
        view.verdict += tr(" · level a chip");
    if (c.claim.unit == "x" && c.claim.number) {
        view.claimed = c.claim.number;
        view.counted = c.found();
    }
    for (std::size_t i = 0; i < c.readings.size(); ++i)
        if (c.claim.readings[i].role == ReadingRole::Beside && c.readings[i].value)
            view.beside = c.readings[i].value;
    return view;
}

QString detailOf(const CheckedClaim& c) {
    QString text =
        paragraph(QStringLiteral("%1: <b>%2</b>").arg(html(c.claim.who), told(c.claim.says).toHtmlEscaped()));
    text += paragraph(directionWord(c.claim.direction));
    text += paragraph(QStringLiteral("<b>%1</b>").arg(viewOf(c).verdict.toHtmlEscaped()));
    text += paragraph(html(reasonOf(c, currentLanguage().toStdString())));
    for (std::size_t i = 0; i < c.readings.size(); ++i)
        text += readingHtml(c, i);
    QStringList sources;
    for (const Source& source : c.sources)
        sources << linkTo(source);
    return text + paragraph(tr("Said in: %1").arg(sources.join(QStringLiteral("; "))));
}

QString summaryOf(const std::vector<CheckedClaim>& checked) {
    const auto with = [&](Verdict verdict) {
        return static_cast<int>(std::count_if(checked.begin(), checked.end(),
                                              [&](const CheckedClaim& c) { return c.verdict == verdict; }));
    };
    const int open = with(Verdict::NoNumber) + with(Verdict::NotCounted);
    return tr("%1 of %2 claims hold, %3 only as they were counted, %4 do not; %5 cannot be counted")
        .arg(with(Verdict::Holds))
        .arg(checked.size())
        .arg(with(Verdict::AsCounted))
        .arg(with(Verdict::Fails))
        .arg(open);
}

} // namespace supernode
