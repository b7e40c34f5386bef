// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/kind_words.h"

#include "views/theme/words.h"

namespace supernode {

std::string kindName(const SystemSpec& s, ElementKind kind) {
    switch (kind) {
    case ElementKind::System:
        return "system";
    case ElementKind::Supernode:
        return "supernode";
    case ElementKind::Rack:
        return "rack";
    case ElementKind::Node:
        return s.node.word;
    case ElementKind::Chip:
        return s.chip.word;
    case ElementKind::Endpoint:
        return s.chip.endpointWord;
    case ElementKind::Cpu:
        return "CPU";
    case ElementKind::LeafSwitch:
        return s.fabric.leafWord;
    case ElementKind::Plane:
        return s.fabric.planeWord;
    case ElementKind::Box:
        return "box";
    case ElementKind::SpineSwitch:
        return s.fabric.spineWord;
    case ElementKind::CoreSwitch:
        return "L3 chip";
    case ElementKind::Cable:
        return "cable";
    case ElementKind::Module:
        return "module";
    case ElementKind::ScaleOutSwitch:
        return "RDMA switch";
    case ElementKind::VpcSwitch:
        return "VPC switch";
    case ElementKind::HbmStack:
        return "HBM stack";
    case ElementKind::Link:
        break;
    }
    return "link";
}

QString kindWord(const SystemSpec& s, ElementKind kind) { return word(kindName(s, kind)); }

std::vector<KindNames> kindNames(const Fabric& fabric) {
    std::vector<KindNames> all;
    for (std::size_t k = 0; k < elementKinds; ++k) {
        const auto kind = static_cast<ElementKind>(k);
        const bool links = kind == ElementKind::Link;
        if (kind == ElementKind::System || (links ? fabric.linkCount() : fabric.count(kind)) == 0)
            continue;
        const std::string name = kindName(fabric.system(), kind);
        const QString english = QString::fromStdString(name);
        KindNames known{kind, {pluralWord(name), word(name), english, english + "s"}};
        if (english.endsWith('x') || english.endsWith("ch"))
            known.names << english + "es";
        // Of "compute tray" the last word is enough.
        for (const QString& whole : QStringList(known.names))
            if (const QString last = whole.section(' ', -1); last != whole && last.size() > 3)
                known.names << last;
        for (QString& n : known.names)
            n = n.toLower();
        known.names.removeDuplicates();
        all.push_back(std::move(known));
    }
    return all;
}

} // namespace supernode
