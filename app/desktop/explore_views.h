// SPDX-License-Identifier: GPL-3.0-or-later
// Which views Explore has, in the order of the switch: another one is a line in the table.
#pragma once

#include "views/explore_view.h"
#include "views/scene/hall_view.h"

#include <QStringList>

#include <span>

namespace supernode {

struct ExploreViewKind {
    const char* word;  // of --view
    const char* title; // on the switch; English, translated in the context "ExploreViews"
    ExploreView* (*make)(HostChoice renderer);
};

std::span<const ExploreViewKind> exploreViews();
QStringList exploreViewWords();
// -1 when there is no such view.
int exploreViewNamed(const QString& word);

} // namespace supernode
