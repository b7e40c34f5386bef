// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the table of facts that can be changed (model/scenario/fact_knobs.cpp), for the translators.
#include "views/theme/model_words.h"

#include <QCoreApplication>

namespace supernode {
namespace {

constexpr const char* words[] = {
    QT_TRANSLATE_NOOP("Model", "Planes"),
    QT_TRANSLATE_NOOP("Model", "Copies of the fabric; every die has a link into each."),
    QT_TRANSLATE_NOOP("Model", "Link rate"),
    QT_TRANSLATE_NOOP("Model", "Of one link, each direction."),
    QT_TRANSLATE_NOOP("Model", "Nodes"),
    QT_TRANSLATE_NOOP("Model", "Of one supernode; the hall gets the racks that they need."),
    QT_TRANSLATE_NOOP("Model", "Arithmetic, BF16"),
    QT_TRANSLATE_NOOP("Model", "Dense, of a chip; other formats scale with it."),
    QT_TRANSLATE_NOOP("Model", "Memory of a chip"),
    QT_TRANSLATE_NOOP("Model", "HBM of a package."),
    QT_TRANSLATE_NOOP("Model", "Published totals disagree; full load is the one that is chosen."),
    QT_TRANSLATE_NOOP("Model", "Memory rate"),
    QT_TRANSLATE_NOOP("Model", "Second-tier chips a plane"),
    QT_TRANSLATE_NOOP("Model", "Each first-tier chip has a link to every one of its plane."),
    QT_TRANSLATE_NOOP("Model", "Chips a node"),
    QT_TRANSLATE_NOOP("Model", "Packages on one board."),
    QT_TRANSLATE_NOOP("Model", "RDMA rate"),
    QT_TRANSLATE_NOOP("Model", "Of one endpoint, each direction."),
    QT_TRANSLATE_NOOP("Model", "Dies a chip"),
    QT_TRANSLATE_NOOP("Model", "Each is a rank of its own."),
    QT_TRANSLATE_NOOP("Model", "CPUs a node"),
    QT_TRANSLATE_NOOP("Model", "They hold memory that chips read."),
    QT_TRANSLATE_NOOP("Model", "Rate of a CPU"),
    QT_TRANSLATE_NOOP("Model", "Into all planes together, each direction."),
    QT_TRANSLATE_NOOP("Model", "Link between dies"),
    QT_TRANSLATE_NOOP("Model", "Between the two dies of a package, each direction."),
    QT_TRANSLATE_NOOP("Model", "Supernodes"),
    QT_TRANSLATE_NOOP("Model", "Copies of all this, joined by the RDMA network."),
    QT_TRANSLATE_NOOP("Model", "RDMA oversubscription"),
    QT_TRANSLATE_NOOP("Model", "What enters a leaf over what it can pass on."),
    QT_TRANSLATE_NOOP("Model", "Switch latency"),
    QT_TRANSLATE_NOOP("Model", "One way."),
    QT_TRANSLATE_NOOP("Model", "Access latency"),
    QT_TRANSLATE_NOOP("Model", "Software and memory of the far end."),
    QT_TRANSLATE_NOOP("Model", "Read efficiency"),
    QT_TRANSLATE_NOOP("Model", "Of the line rate that reads reach."),
    QT_TRANSLATE_NOOP("Model", "Write efficiency"),
    QT_TRANSLATE_NOOP("Model", "Of the line rate that writes reach."),
    QT_TRANSLATE_NOOP("Model", "Memory efficiency"),
    QT_TRANSLATE_NOOP("Model", "That kernels reach."),
    QT_TRANSLATE_NOOP("Model", "Launch of a collective"),
    QT_TRANSLATE_NOOP("Model", "Once in each."),
    QT_TRANSLATE_NOOP("Model", "Step of a collective"),
    QT_TRANSLATE_NOOP("Model", "A neighbour is told and answers."),
    QT_TRANSLATE_NOOP("Model", "typical, all-in"),
    QT_TRANSLATE_NOOP("Model", "maximum, nameplate"),
    QT_TRANSLATE_NOOP("Model", "all-in, revised"),
    QT_TRANSLATE_NOOP("Model", "another estimate"),
    QT_TRANSLATE_NOOP("Model", "the rack alone"),
    QT_TRANSLATE_NOOP("Model", "sum of the parts of the rack"),
    QT_TRANSLATE_NOOP("Model", "two half racks"),
    QT_TRANSLATE_NOOP("Model", "Links above the first tier"),
    QT_TRANSLATE_NOOP(
        "Model",
        "Fibre needs a module at each end that draws power and can fail; copper does not reach far."),
    QT_TRANSLATE_NOOP("Model", "copper"),
    QT_TRANSLATE_NOOP("Model", "fibre"),
    QT_TRANSLATE_NOOP("Model", "spread"),
    QT_TRANSLATE_NOOP("Model", "hashed"),
    QT_TRANSLATE_NOOP("Model", "plane-per-destination"),
    QT_TRANSLATE_NOOP("Model", "adaptive"),
    QT_TRANSLATE_NOOP("Model", "packed"),
    QT_TRANSLATE_NOOP("Model", "scattered"),
};

} // namespace

QStringList factWords() {
    QStringList list;
    for (const char* const word : words)
        list << QString::fromUtf8(word);
    return list;
}

} // namespace supernode
