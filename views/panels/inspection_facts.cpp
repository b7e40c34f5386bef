// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/inspection_facts.h"

#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QCoreApplication>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

class FactRows {
public:
    explicit FactRows(const SystemSpec& system) : m_system(system) {}

    template <class T>
    void add(const QString& label, const Fact<T>& fact, int times = 1) {
        InspectionRow row;
        row.label = label;
        row.value =
            times > 1 ? QStringLiteral("%1 × %2").arg(times).arg(factText(fact.value)) : factText(fact.value);
        describe(row, fact.from);
        m_rows.push_back(row);
    }
    template <class T>
    void add(const QString& label, const std::optional<Fact<T>>& fact, int times = 1) {
        if (fact)
            add(label, *fact, times);
    }
    std::vector<InspectionRow> take() { return std::move(m_rows); }

private:
    void describe(InspectionRow& row, const Provenance& from) const {
        row.grade = from.grade;
        row.explanation = gradeSentence(from.grade);
        const QString printed = withUnit(exact(from.shown), QString::fromStdString(from.unit));
        if (!from.unit.empty() && !row.value.endsWith(printed))
            row.explanation += " " + supernode::tr("It is written there as %1.").arg(printed);
        if (!from.note.empty())
            row.explanation += "\n" + word(from.note);
        row.factId = QString::fromStdString(from.id);
        if (const auto source = m_system.sources.find(from.source); source != m_system.sources.end()) {
            row.sourceTitle = QString::fromStdString(source->second.title);
            if (source->second.year > 0)
                row.sourceTitle += QStringLiteral(" (%1)").arg(source->second.year);
            row.sourceAddress = QString::fromStdString(source->second.address);
        }
    }

    const SystemSpec& m_system;
    std::vector<InspectionRow> m_rows;
};

void addChipFacts(FactRows& rows, const SystemSpec& s, int chips) {
    rows.add(tr("BF16 dense"), s.chip.bf16, chips);
    rows.add(tr("8-bit dense"), s.chip.eightBit, chips);
    rows.add(tr("4-bit dense"), s.chip.fourBit, chips);
    rows.add(tr("HBM"), s.chip.hbmCapacity, chips);
    rows.add(tr("HBM bandwidth"), s.chip.hbmBandwidth, chips);
}

void addMemoryFacts(FactRows& rows, const SystemSpec& s) {
    rows.add(tr("HBM of a chip"), s.chip.hbmCapacity);
    rows.add(tr("HBM bandwidth of a chip"), s.chip.hbmBandwidth);
}

void addSystemFacts(FactRows& rows, const SystemSpec& s) {
    rows.add(capitalized(pluralWord(s.node.word)), s.node.nodes);
    rows.add(capitalized(pluralWord(s.fabric.planeWord)), s.fabric.planes);
    rows.add(tr("Supernodes"), s.fabric.supernodes);
    rows.add(tr("Link"), s.fabric.linkRate);
    rows.add(tr("Typical power"), s.cost.typicalPower);
    rows.add(tr("Maximum power"), s.cost.maximumPower);
    rows.add(tr("Price"), s.cost.price);
}

} // namespace

std::vector<InspectionRow> factRowsOf(const SystemSpec& s, ElementKind kind) {
    FactRows rows(s);
    const QString perEndpoint = tr("Links per %1").arg(word(s.chip.endpointWord));
    switch (kind) {
    case ElementKind::System:
        addSystemFacts(rows, s);
        break;
    case ElementKind::Rack:
        rows.add(tr("Rack height"), s.hall.rackHeight);
        rows.add(tr("Rack width"), s.hall.rackWidth);
        break;
    case ElementKind::Node:
        addChipFacts(rows, s, s.chipsPerNode());
        rows.add(perEndpoint, s.fabric.linkRate, s.planes());
        break;
    case ElementKind::Chip:
        addChipFacts(rows, s, 1);
        rows.add(perEndpoint, s.fabric.linkRate, s.planes());
        break;
    case ElementKind::Endpoint:
        rows.add(perEndpoint, s.fabric.linkRate, s.planes());
        rows.add(tr("On the package"), s.fabric.dieLink);
        if (s.scaleOut)
            rows.add(word(s.scaleOut->name), s.scaleOut->rate);
        rows.add(tr("Read reaches"), s.transfer.readShare);
        rows.add(tr("Write reaches"), s.transfer.writeShare);
        rows.add(tr("Latency"), s.transfer.access);
        break;
    case ElementKind::HbmStack:
        rows.add(tr("Stacks of a chip"), s.chip.hbmStacks);
        addMemoryFacts(rows, s);
        break;
    case ElementKind::Cpu:
        rows.add(tr("Fabric per CPU"), s.fabric.cpuBandwidth);
        break;
    case ElementKind::Plane:
        rows.add(capitalized(pluralWord(s.fabric.spineWord)), s.fabric.spinesPerPlane);
        rows.add(tr("Link"), s.fabric.linkRate);
        break;
    case ElementKind::Box:
        rows.add(capitalized(pluralWord(s.fabric.spineWord)), s.fabric.spinesPerBox);
        break;
    case ElementKind::Cable:
        rows.add(tr("Links per cable"), s.fabric.linksPerCable);
        rows.add(tr("Modules per cable"), s.fabric.modulesPerCable);
        break;
    case ElementKind::Module:
        rows.add(tr("Links per cable"), s.fabric.linksPerCable);
        break;
    case ElementKind::ScaleOutSwitch:
        if (s.scaleOut)
            rows.add(tr("Link"), s.scaleOut->rate);
        break;
    case ElementKind::VpcSwitch:
        if (s.vpc)
            rows.add(tr("Link"), s.vpc->rate);
        break;
    case ElementKind::Supernode:
    case ElementKind::LeafSwitch:
    case ElementKind::SpineSwitch:
    case ElementKind::CoreSwitch:
    case ElementKind::Link:
        rows.add(tr("Link"), s.fabric.linkRate);
        rows.add(tr("Switch latency"), s.transfer.hop);
        break;
    }
    return rows.take();
}

} // namespace supernode
