// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/explore_view.h"

namespace supernode {

ExploreView::~ExploreView() = default;

} // namespace supernode
