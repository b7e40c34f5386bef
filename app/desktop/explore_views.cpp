// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore_views.h"

#include "views/fabric/fabric_view.h"
#include "views/matrix/matrix_view.h"
#include "views/roofline/roofline_view.h"

#include <QCoreApplication>

#include <array>

namespace supernode {
namespace {

ExploreView* makeHall(HostChoice renderer) { return new HallView(renderer); }
ExploreView* makeFabric(HostChoice) { return new FabricView; }
ExploreView* makeMatrix(HostChoice) { return new MatrixView; }
ExploreView* makeRoofline(HostChoice) { return new RooflineView; }

const std::array views{
    ExploreViewKind{"hall", QT_TRANSLATE_NOOP("ExploreViews", "Hall"), makeHall},
    ExploreViewKind{"fabric", QT_TRANSLATE_NOOP("ExploreViews", "Fabric"), makeFabric},
    ExploreViewKind{"matrix", QT_TRANSLATE_NOOP("ExploreViews", "Traffic matrix"), makeMatrix},
    ExploreViewKind{"roofline", QT_TRANSLATE_NOOP("ExploreViews", "Roofline"), makeRoofline},
};

} // namespace

std::span<const ExploreViewKind> exploreViews() { return views; }

QStringList exploreViewWords() {
    QStringList words;
    for (const ExploreViewKind& kind : views)
        words.push_back(kind.word);
    return words;
}

int exploreViewNamed(const QString& word) { return static_cast<int>(exploreViewWords().indexOf(word)); }

} // namespace supernode
