// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fabric/fabric_story.h"

#include "model/outcome/paths.h"
#include "views/fabric/fabric_ways.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QCoreApplication>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

QString number(std::size_t n) { return QLocale().toString(static_cast<qulonglong>(n)); }

QString nameOf(const Fabric& fabric, ElementId id) { return capitalized(word(fabric.name(id))); }

QString chipWord(const SystemSpec& s) { return s.twoTier() ? tr("second-tier chips") : tr("switch chips"); }

// "6 planes × 16 second-tier chips = 96 paths of 4 hops"
QString countLine(const SystemSpec& s, const Paths& paths) {
    if (!s.twoTier())
        return tr("%1 switch chips = %1 paths of %2 hops").arg(number(paths.count)).arg(paths.hops);
    if (paths.hops == 2)
        return tr("%1 planes = %1 paths of 2 hops, inside the node").arg(number(paths.count));
    if (paths.hops == 4 && paths.perPlane() > 0)
        return tr("%1 planes × %2 second-tier chips = %3 paths of 4 hops")
            .arg(number(paths.joining), number(paths.perPlane()), number(paths.count));
    return tr("%1 paths of %2 hops in %3 planes")
        .arg(number(paths.count))
        .arg(paths.hops)
        .arg(number(paths.joining));
}

// What a pair sends is known for a phase, not for an instant of it.
QString pairRateLine(const Outcome& outcome, const Interval* interval, PairEnds pair) {
    const Fabric& f = *outcome.fabric;
    if (!interval || interval->phase >= outcome.phases.size())
        return {};
    const Phase& phase = outcome.phases[interval->phase];
    const auto rate = [&](ElementId from, ElementId to) {
        return modelledRate(pairRate(f, phase, from, to));
    };
    if (!phase.sends || phase.sends->empty())
        return {};
    return tr("In the mean of \"%1\": %2 there, %3 back")
        .arg(word(phase.name), rate(pair.from, pair.to), rate(pair.to, pair.from));
}

FabricStory pairStory(const Outcome& outcome, const Interval* interval, PairEnds pair) {
    const Fabric& f = *outcome.fabric;
    const SystemSpec& s = f.system();
    const Paths paths = pathsBetween(outcome, pair.from, pair.to);
    FabricStory story;
    story.title = tr("%1 to %2").arg(nameOf(f, pair.from), word(f.name(pair.to)));
    if (paths.count == 0) {
        story.lead = tr("No path joins them.");
        if (!paths.why.empty())
            story.lines << capitalized(word(paths.why));
        return story;
    }
    story.lead = countLine(s, paths);
    const QString most = modelledRate(paths.most);
    story.lines << (paths.count == paths.healthy
                        ? tr("%1 alone, one direction: all paths are whole").arg(most)
                        : tr("%1 alone, one direction (%2 with all %3 paths)")
                              .arg(most, modelledRate(paths.healthyMost), number(paths.healthy)));
    if (const QString now = pairRateLine(outcome, interval, pair); !now.isEmpty())
        story.lines << now;
    if (paths.latency)
        story.lines << tr("Latency of a small read: %1").arg(modelledTime(*paths.latency));
    story.lines << tr("Losing one more path costs them %1 of it")
                       .arg(percent(1.0 / static_cast<double>(paths.count)));
    return story;
}

// "Sends 168 of 196 GB/s"
QString useLine(const QString& form, Bandwidth now, Bandwidth capacity) {
    return form.arg(modelledRateOf(now, capacity), modelledRate(capacity));
}

FabricStory elementStory(const Outcome& outcome, const Interval* interval, ElementId element) {
    const Fabric& f = *outcome.fabric;
    FabricStory story;
    story.title = nameOf(f, element);
    if (!outcome.state.alive(element)) {
        story.lead = tr("It is down: nothing passes.");
        return story;
    }
    const ElementUse use = useOf(outcome, interval ? *interval : outcome.intervals.front(), element);
    const bool up = f.linkOf(element).valid();
    story.lead = useLine(up ? tr("Up %1 of %2") : tr("Sends %1 of %2"), use.out, use.capacityOut);
    story.lines << useLine(up ? tr("Down %1 of %2") : tr("Receives %1 of %2"), use.in, use.capacityIn);
    if (use.links > 1)
        story.lines
            << tr("%1 of its %2 links are up").arg(number(use.links - use.failedLinks), number(use.links));
    const ElementKind kind = f.element(element).kind;
    if (kind == ElementKind::Plane) {
        const double planes = static_cast<double>(f.count(ElementKind::Plane));
        story.lines << tr("A plane carries 1/%1 of what is spread evenly").arg(planes);
    }
    if ((kind == ElementKind::Endpoint || kind == ElementKind::Node) && f.system().twoTier())
        story.lines
            << tr("To another node: each plane × each of its %1 second-tier chips is a path of 4 hops")
                   .arg(f.system().spinesPerPlane());
    return story;
}

FabricStory howToRead(const Outcome& outcome) {
    const SystemSpec& s = outcome.fabric->system();
    FabricStory story;
    story.title = tr("How to read it");
    if (s.twoTier()) {
        story.lead = tr("Every %1 reaches every plane.").arg(word(s.node.word));
        story.lines
            << tr("Outside: %1, by %2 and rack").arg(pluralWord(s.chip.endpointWord), word(s.node.word))
            << tr("Dots on the spokes: first-tier chips")
            << tr("Rings: planes, 1 outermost; segments: second-tier chips");
        if (s.threeTier())
            story.lines << tr("Innermost ring: the third tier, which joins the pods");
    } else {
        story.lead = tr("Every %1 reaches every switch chip.").arg(word(s.chip.endpointWord));
        story.lines << tr("Outside: %1, by %2").arg(pluralWord(s.chip.endpointWord), word(s.node.word))
                    << tr("The ring: %1 switch chips, one tier").arg(s.planes() * s.spinesPerPlane());
    }
    story.lines << tr("Click one for its paths; Ctrl or a long press adds a second one.");
    return story;
}

// The largest thing that is down comes first; its links and chips are not told again.
QString failedLine(const Outcome& outcome) {
    const Fabric& f = *outcome.fabric;
    QStringList names;
    std::size_t planes = 0, down = 0;
    for (std::size_t p = 0; p < f.count(ElementKind::Plane); ++p)
        planes += !outcome.state.alive(f.id(ElementKind::Plane, p));
    for (const Change& change : outcome.scenario.changes)
        if (const auto* fail = std::get_if<Fail>(&change)) {
            ++down;
            if (const Result<ElementId> id = f.find(fail->element);
                names.size() < 3 && id && !outcome.state.alive(*id))
                names << word(fail->element);
        }
    if (down == 0 || names.isEmpty())
        return {};
    QString line = down > static_cast<std::size_t>(names.size())
                       ? tr("%1 and %2 more failed")
                             .arg(names.join(", "), number(down - static_cast<std::size_t>(names.size())))
                       : tr("%1 failed").arg(names.join(", "));
    line = capitalized(line);
    if (planes > 0)
        line += tr(": %1 of %2 planes carry on")
                    .arg(number(f.count(ElementKind::Plane) - planes), number(f.count(ElementKind::Plane)));
    if (outcome.undelivered.pairs > 0)
        line += tr(". %1 pairs are cut off").arg(number(outcome.undelivered.pairs));
    return line;
}

// The rings are the planes: what takes another network goes round them.
QString elsewhereLine(const Outcome& outcome, const Interval* interval) {
    const Fabric& f = *outcome.fabric;
    double rdma = 0, vpc = 0;
    for (std::uint32_t l = 0; interval && l < f.linkCount(); ++l) {
        const LinkKind kind = f.link(LinkId(l)).kind;
        if (kind == LinkKind::ScaleOut || kind == LinkKind::Vpc)
            (kind == LinkKind::Vpc ? vpc : rdma) +=
                static_cast<double>(interval->payload()[channelOf(LinkId(l), Direction::Up).value]);
    }
    QStringList lines;
    const auto add = [&](double payload, const std::string& name) {
        if (payload > 0)
            lines << tr("%1 leave over the %2, outside the chips")
                         .arg(modelledRate(bytesPerSecond(payload)), word(name));
    };
    if (f.system().scaleOut)
        add(rdma, f.system().scaleOut->name);
    if (f.system().vpc)
        add(vpc, f.system().vpc->name);
    return lines.join(". ");
}

} // namespace

FabricStory storyOf(const Outcome& outcome, const Interval* interval, std::span<const ElementId> selection) {
    const PairEnds pair = pairOf(*outcome.fabric, selection);
    FabricStory story;
    if (pair.valid())
        story = pairStory(outcome, interval, pair);
    else if (!selection.empty() && outcome.fabric->element(selection.back()).kind != ElementKind::System)
        story = elementStory(outcome, interval, selection.back());
    else
        story = howToRead(outcome);
    story.elsewhere = elsewhereLine(outcome, interval);
    story.failed = failedLine(outcome);
    return story;
}

QStringList captionOf(const Outcome& outcome) {
    const SystemSpec& s = outcome.fabric->system();
    const QString ends = pluralWord(s.chip.endpointWord);
    QStringList lines{word(s.name)};
    lines << tr("%1 %2 × %3 %4")
                 .arg(number(static_cast<std::size_t>(s.nodes())), pluralWord(s.node.word))
                 .arg(s.endpointsPerNode())
                 .arg(ends);
    const int spines = s.spinesPerPlane() * s.pods() * s.supernodes();
    lines << (s.twoTier() ? tr("%1 planes × %2 chips").arg(s.planes()).arg(spines)
                          : tr("%1 %2").arg(s.planes() * spines).arg(chipWord(s)));
    const QString tiers = s.threeTier() ? tr("three tiers") : s.twoTier() ? tr("two tiers") : tr("one tier");
    const double terabytes = (s.endpointBandwidth() * s.endpoints()).base() / 1e12;
    lines << tiers << tr("%1 in").arg(withUnit(QLocale().toString(terabytes, 'f', 1), "TB/s"));
    return lines;
}

} // namespace supernode
