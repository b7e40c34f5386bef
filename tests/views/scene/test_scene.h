// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of known machines for the tests of the hall.
#pragma once

#include "tests/model/test_systems.h"
#include "views/scene/offscreen_hall.h"

namespace supernode::test {

OutcomePtr allToAll(SystemPtr system, std::vector<Change> changes = {});
InstancesPtr hallOf(SystemPtr system, std::string_view selected = {});
ElementId named(const Fabric& fabric, std::string_view name);

// The first interval of the outcome from the home camera, one dot a tenth of a second apart in time scale.
SceneFrame frameOf(const OutcomePtr& outcome, std::vector<ElementId> selection = {}, float aspect = 1.6f);

// Fails the test when there is no OpenGL: a GL test is never skipped.
std::unique_ptr<OffscreenHall> hall();

} // namespace supernode::test
