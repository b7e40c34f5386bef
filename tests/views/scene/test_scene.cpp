// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/scene/test_scene.h"

#include "views/theme/theme.h"

#include <gtest/gtest.h>

namespace supernode::test {

OutcomePtr allToAll(SystemPtr system, std::vector<Change> changes) {
    return answer(allToAllOn(std::move(system), std::move(changes)));
}

InstancesPtr hallOf(SystemPtr system, std::string_view selected) {
    const Result<FabricPtr> fabric = buildFabric(std::move(system));
    EXPECT_TRUE(fabric);
    std::vector<ElementId> selection;
    if (!selected.empty())
        selection.push_back(named(**fabric, selected));
    return instancesOf(*fabric, selection);
}

ElementId named(const Fabric& fabric, std::string_view name) {
    const Result<ElementId> found = fabric.find(name);
    EXPECT_TRUE(found) << name;
    return found ? *found : ElementId();
}

SceneFrame frameOf(const OutcomePtr& outcome, std::vector<ElementId> selection, float aspect) {
    SceneFrame frame;
    frame.instances = instancesOf(outcome->fabric, selection);
    frame.selection = std::make_shared<const std::vector<ElementId>>(std::move(selection));
    const Interval& interval = outcome->intervals.front();
    frame.state =
        stateOf(*frame.instances, outcome->state, channelUtilization(*outcome, interval), interval.payload());
    frame.plan = planParticles(*frame.instances, *frame.state, 2e-5, 3000);
    frame.colours = sceneColours(darkTheme());
    frame.camera = homeCamera(*frame.instances, aspect);
    return frame;
}

std::unique_ptr<OffscreenHall> hall() {
    Result<std::unique_ptr<OffscreenHall>> made = OffscreenHall::make();
    if (made)
        return std::move(made).value();
    ADD_FAILURE() << toSentence(made.issues().front());
    return nullptr;
}

} // namespace supernode::test
