// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roofline/roofline_words.h"

#include "views/roofline/roofline_traffic.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

// "3.20 TB/s for each NPU, paper: Serving Large Language Models (2025)"
template <class Value>
QString sourceOf(const SystemSpec& s, const Fact<Value>& fact, const QString& owner) {
    QString from = gradeWord(fact.from.grade);
    if (const auto source = s.sources.find(fact.from.source); source != s.sources.end()) {
        from += ": " + QString::fromStdString(source->second.title);
        if (source->second.year > 0)
            from += QStringLiteral(" (%1)").arg(source->second.year);
    }
    return supernode::tr("%1 for each %2 (%3)").arg(factText(fact.value), owner, from);
}

bool uses(const Outcome& outcome, MatrixRate rate) {
    return outcome.work.empty() ||
           std::any_of(outcome.work.begin(), outcome.work.end(),
                       [rate](const WorkPoint& w) { return w.rate == rate && w.flops > 0; });
}

QString rateText(double flops) { return withUnit(modelled(flops / 1e12), QStringLiteral("TFLOP/s")); }

} // namespace

QString wholePercent(double share) {
    return withUnit(QLocale().toString(static_cast<int>(std::lround(share * 100))), QStringLiteral("%"));
}

std::vector<Roof> arithmeticRoofs(const Outcome& outcome) {
    const SystemSpec& s = outcome.fabric->system();
    const QString chip = word(s.chip.word);
    std::vector<Roof> roofs;
    const auto add = [&](MatrixRate rate, const QString& name, const Fact<ComputeRate>& fact) {
        const double each = matrixRate(s.chip, rate)->base();
        if (uses(outcome, rate))
            roofs.push_back({WorkLimit::Compute, name, each, each, sourceOf(s, fact, chip)});
    };
    add(MatrixRate::Bf16, tr("BF16"), s.chip.bf16);
    add(MatrixRate::EightBit, tr("8 bit"), s.chip.eightBit);
    if (s.chip.fourBit)
        add(MatrixRate::FourBit, tr("4 bit"), *s.chip.fourBit);
    const double hbm = s.chip.hbmBandwidth.value.base() / s.endpointsPerChip();
    roofs.push_back({WorkLimit::Memory, tr("HBM"), hbm, hbm, sourceOf(s, s.chip.hbmBandwidth, chip)});
    return roofs;
}

Roof fabricRoof(const Outcome& outcome) {
    const SystemSpec& s = outcome.fabric->system();
    return {WorkLimit::Fabric, tr("links"), endpointRate(outcome, Network::ScaleUp),
            s.endpointBandwidth().base(),
            tr("%1 links, %2").arg(s.planes()).arg(sourceOf(s, s.fabric.linkRate, tr("link")))};
}

Roof scaleOutRoof(const Outcome& outcome) {
    const SystemSpec& s = outcome.fabric->system();
    return {WorkLimit::Fabric, word(s.scaleOut->name), endpointRate(outcome, Network::ScaleOut),
            s.scaleOut->rate.value.base(), sourceOf(s, s.scaleOut->rate, word(s.chip.endpointWord))};
}

QString limitWord(WorkLimit limit) {
    switch (limit) {
    case WorkLimit::Compute:
        return tr("matrix units");
    case WorkLimit::Memory:
        return tr("HBM");
    case WorkLimit::Fabric:
        return tr("links");
    case WorkLimit::Software:
        break;
    }
    return tr("start-up");
}

QString headlineOf(const RooflinePicture& picture) {
    if (picture.arithmetic.marks.empty())
        return picture.fabric.marks.empty()
                   ? tr("No work is asked for: these are the roofs of one %1.").arg(picture.who)
                   : tr("Nothing is computed here: only the roof of the links counts.");
    std::array<std::size_t, 4> order{0, 1, 2, 3};
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return picture.limits[a] > picture.limits[b]; });
    QStringList parts;
    for (const std::size_t i : order)
        if (picture.limits[i] > 0.005)
            parts << tr("%1 %2").arg(limitWord(static_cast<WorkLimit>(i)), wholePercent(picture.limits[i]));
    return tr("%1 is held by %2.").arg(capitalized(picture.whole), parts.join(", "));
}

QString sentenceOf(const RoofMark& mark, const RooflinePicture& picture) {
    const QString share = percent(mark.share), name = capitalized(mark.name);
    const QString ofRoof = percent(mark.height > 0 ? mark.y / mark.height : 0);
    const QString held = mark.limitedBy.isEmpty() ? limitWord(mark.limit) : mark.limitedBy;
    if (mark.panel == RoofMark::Panel::Fabric) {
        const QString each = modelledBytes(bytes(mark.x));
        const QString rate = modelledRate(bytesPerSecond(mark.y));
        const QString gets = mark.startUp ? tr("%1, start-up included").arg(rate) : rate;
        return tr("%1: one %2 sends %3 in one exchange and gets %4: %5 of the roof of %6. %7 of the time; "
                  "held "
                  "by %8.")
            .arg(name, picture.who, each, gets, ofRoof, mark.roof, share, held);
    }
    return tr("%1: %2 FLOP for each byte of HBM, %3 on one %4: %5 of the roof of %6. %7 of the time; held by "
              "%8.")
        .arg(name, modelled(mark.x), rateText(mark.y), picture.who, ofRoof, mark.roof, share, held);
}

QString sentenceOf(const Roof& roof, const RooflinePicture& picture) {
    const QString rate =
        roof.kind == WorkLimit::Compute ? rateText(roof.rate) : modelledRate(bytesPerSecond(roof.rate));
    const QString text = tr("Roof %1: %2 of one %3. From %4.").arg(roof.name, rate, picture.who, roof.source);
    if (roof.lowered())
        return text + " " + tr("%1 before this what-if.").arg(modelledRate(bytesPerSecond(roof.built)));
    return text;
}

} // namespace supernode
