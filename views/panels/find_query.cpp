// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/find_query.h"

#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace supernode {
namespace {

using Test = FindQuery::Test;

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

Result<FindQuery> refused(const QString& reason, const QString& remedy) {
    return Result<FindQuery>::refused(Issue{"", reason.toStdString(), remedy.toStdString()});
}

std::optional<ElementKind> kindNamed(const QString& word, const std::vector<KindNames>& kinds) {
    // The smaller part where two share a word, as a GPU that is a chip and its one end.
    for (auto kind = kinds.rbegin(); kind != kinds.rend(); ++kind)
        if (kind->names.contains(word))
            return kind->kind;
    return std::nullopt;
}

Result<FindQuery> unknownKind(const QString& word, const std::vector<KindNames>& kinds) {
    QStringList known;
    for (const KindNames& kind : kinds)
        known << kind.names.front();
    return refused(tr("this machine has no \"%1\"").arg(word), tr("ask for %1").arg(known.join(", ")));
}

std::optional<Test> comparisonOf(const QString& sign) {
    if (sign == ">" || sign == QStringLiteral("＞"))
        return Test::Above;
    if (sign == "<" || sign == QStringLiteral("＜"))
        return Test::Below;
    if (sign == ">=" || sign == QStringLiteral("≥"))
        return Test::AtLeast;
    if (sign == "<=" || sign == QStringLiteral("≤"))
        return Test::AtMost;
    return std::nullopt;
}

// The words behind which only a what-if is meant, with those of the current language.
bool endsWithWord(QString& text, const QStringList& words) {
    for (const QString& word : words)
        if (text == word || (text.endsWith(word) && (text.size() > word.size()))) {
            text = text.left(text.size() - word.size()).trimmed();
            return true;
        }
    return false;
}

Result<FindQuery> withKind(const QString& word, Test test, const std::vector<KindNames>& kinds) {
    FindQuery query;
    query.test = test;
    if (word.isEmpty())
        return query;
    query.kind = kindNamed(word, kinds);
    return query.kind ? Result<FindQuery>(query) : unknownKind(word, kinds);
}

bool passes(const Found& found, const FindQuery& query) {
    const double percent = found.utilization * 100;
    switch (query.test) {
    case Test::All:
        return true;
    case Test::Above:
        return percent > query.percent && !found.failed;
    case Test::AtLeast:
        return percent >= query.percent && !found.failed;
    case Test::Below:
        return percent < query.percent && !found.failed;
    case Test::AtMost:
        return percent <= query.percent && !found.failed;
    case Test::Failed:
        return found.failed;
    case Test::Slowed:
        break;
    }
    return false;
}

class Search {
public:
    Search(const Outcome& outcome, const Interval& interval, const FindQuery& query)
        : m_o(outcome), m_f(*outcome.fabric), m_query(query), m_interval(interval),
          m_use(channelUtilization(outcome, interval)) {}

    std::vector<Found> run() {
        if (!m_query.name.isEmpty())
            addNamed();
        else if (m_query.test == Test::Slowed || (m_query.test == Test::Failed && !m_query.kind))
            addChanged();
        else
            addKind(*m_query.kind);
        if (m_query.test == Test::Above || m_query.test == Test::AtLeast)
            std::stable_sort(m_found.begin(), m_found.end(),
                             [](const Found& a, const Found& b) { return a.utilization > b.utilization; });
        if (m_query.test == Test::Below || m_query.test == Test::AtMost)
            std::stable_sort(m_found.begin(), m_found.end(),
                             [](const Found& a, const Found& b) { return a.utilization < b.utilization; });
        return std::move(m_found);
    }

private:
    // Links are asked for by the thousand: both their directions are at hand.
    double utilizationOf(ElementId element) const {
        const LinkId link = m_f.linkOf(element);
        if (!link.valid())
            return useOf(m_o, m_interval, element).utilization;
        return static_cast<double>(std::max(m_use[channelOf(link, Direction::Up).value],
                                            m_use[channelOf(link, Direction::Down).value]));
    }
    void addKind(ElementKind kind) {
        const std::size_t count = kind == ElementKind::Link ? m_f.linkCount() : m_f.count(kind);
        for (std::size_t i = 0; i < count; ++i) {
            const ElementId element = kind == ElementKind::Link
                                          ? m_f.elementOf(LinkId(static_cast<std::uint32_t>(i)))
                                          : m_f.id(kind, i);
            Found found{element, utilizationOf(element), !m_o.state.alive(element)};
            if (passes(found, m_query))
                m_found.push_back(found);
        }
    }
    // What a what-if names, without what is mounted in it.
    void addChanged() {
        for (const Change& change : m_o.scenario.changes) {
            const auto* fail = std::get_if<Fail>(&change);
            const auto* slow = std::get_if<Slow>(&change);
            const bool wanted = m_query.test == Test::Failed ? fail != nullptr : slow != nullptr;
            if (!wanted)
                continue;
            const Result<ElementId> found = m_f.find(fail ? fail->element : slow->element);
            if (!found || (fail && m_o.state.alive(*found)))
                continue;
            if (!m_query.kind || m_f.element(*found).kind == *m_query.kind)
                m_found.push_back({*found, utilizationOf(*found), !m_o.state.alive(*found)});
        }
    }
    void addNamed() {
        const QString wanted = m_query.name;
        const Result<ElementId> whole = m_f.find(wanted.toStdString());
        const auto add = [&](ElementId element) {
            if (!whole || *whole != element)
                m_found.push_back({element, 0, !m_o.state.alive(element)});
        };
        if (whole)
            m_found.push_back({*whole, 0, !m_o.state.alive(*whole)});
        // Of links there may be millions: by the beginning of their name only where there are few.
        constexpr std::size_t enough = 200, mostLinks = 50'000;
        const bool latin =
            std::all_of(wanted.begin(), wanted.end(), [](QChar c) { return c.unicode() < 128; });
        const std::size_t parts = m_f.elementCount() - (m_f.linkCount() > mostLinks ? m_f.linkCount() : 0);
        for (std::uint32_t i = 0; i < parts && m_found.size() < enough; ++i) {
            const std::string name = m_f.name(ElementId(i));
            const QString shown = latin ? QString::fromStdString(name) : word(name);
            if (shown.startsWith(wanted, Qt::CaseInsensitive))
                add(ElementId(i));
        }
        for (Found& found : m_found)
            found.utilization = utilizationOf(found.element);
    }

    const Outcome& m_o;
    const Fabric& m_f;
    const FindQuery& m_query;
    const Interval& m_interval;
    std::vector<float> m_use;
    std::vector<Found> m_found;
};

} // namespace

Result<FindQuery> readFind(const QString& typed, const std::vector<KindNames>& kinds) {
    QString text = typed.simplified().toLower();
    text.replace(QStringLiteral("％"), "%");
    if (text.isEmpty())
        return refused(tr("nothing is asked for"),
                       tr("type a name or a condition: node 18, links > 90 %, failed"));
    static const QRegularExpression comparison(
        QStringLiteral("^(.*?)\\s*(>=|<=|>|<|≥|≤|＞|＜)\\s*(\\d+(?:[.,]\\d+)?)\\s*%?$"));
    if (const auto match = comparison.match(text); match.hasMatch()) {
        const double percent = match.captured(3).replace(',', '.').toDouble();
        if (percent > 100)
            return refused(tr("%1 % is more than all").arg(match.captured(3)), tr("give 0 to 100 %"));
        const QString kind = match.captured(1).isEmpty() ? kinds.back().names.front() : match.captured(1);
        Result<FindQuery> query = withKind(kind, *comparisonOf(match.captured(2)), kinds);
        if (!query)
            return query;
        FindQuery made = *query;
        made.percent = percent;
        return made;
    }
    if (endsWithWord(text, {"failed", "down", tr("failed").toLower()}))
        return withKind(text, Test::Failed, kinds);
    if (endsWithWord(text, {"slowed", "slow", tr("slowed").toLower()}))
        return withKind(text, Test::Slowed, kinds);
    FindQuery query;
    query.kind = kindNamed(text, kinds);
    if (!query.kind)
        query.name = text;
    return query;
}

std::vector<Found> findIn(const Outcome& outcome, const Interval& interval, const FindQuery& query,
                          std::size_t most) {
    std::vector<Found> found = Search(outcome, interval, query).run();
    if (found.size() > most)
        found.resize(most);
    return found;
}

QString queryWords(const FindQuery& query, const std::vector<KindNames>& kinds) {
    QString kind = tr("parts");
    for (const KindNames& known : kinds)
        if (query.kind == known.kind)
            kind = known.names.front();
    const QString share = withUnit(exact(query.percent), "%");
    switch (query.test) {
    case Test::All:
        return kind;
    case Test::Above:
        return tr("%1 above %2").arg(kind, share);
    case Test::AtLeast:
        return tr("%1 from %2 on").arg(kind, share);
    case Test::Below:
        return tr("%1 below %2").arg(kind, share);
    case Test::AtMost:
        return tr("%1 up to %2").arg(kind, share);
    case Test::Failed:
        return tr("%1 that failed").arg(kind);
    case Test::Slowed:
        break;
    }
    return tr("%1 that are slowed").arg(kind);
}

} // namespace supernode
