// SPDX-License-Identifier: GPL-3.0-or-later
// What a person calls a kind of element on a machine: "die", "GPU", "L2 chip".
//
// Pure; any thread; in the current language where it says so.
#pragma once

#include "model/fabric/fabric.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace supernode {

std::string kindName(const SystemSpec& system, ElementKind kind); // English, as the model speaks
QString kindWord(const SystemSpec& system, ElementKind kind);     // in the current language

// All that may be typed for a kind that the fabric has, lower case: one and many, English and the current
// language. The first is what is shown of many.
struct KindNames {
    ElementKind kind = ElementKind::Link;
    QStringList names;
};
std::vector<KindNames> kindNames(const Fabric& fabric);

} // namespace supernode
