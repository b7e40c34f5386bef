// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/traffic/random_machines.h"

#include <algorithm>

namespace supernode::test {
namespace {

Count count(int n) { return {n, {static_cast<double>(n), "of them", Grade::Assumption, "", "", ""}}; }

} // namespace

int between(Random& random, int least, int most) {
    return least + static_cast<int>(random.below(static_cast<std::uint32_t>(most - least + 1)));
}
SystemPtr randomMachine(Random& random) {
    const int tiers = between(random, 1, 3), pods = tiers == 3 ? 2 : 1;
    SystemSpec s = *smallMachine(pods * between(random, 1, 3), between(random, 1, 3), between(random, 1, 3),
                                 between(random, 1, 4), tiers == 1 ? 1 : between(random, 1, 4));
    s.fabric.tiers = count(tiers);
    if (tiers == 3) {
        s.fabric.pods = count(pods);
        s.fabric.coresPerSpine = count(between(random, 1, 2));
    }
    if (tiers == 1)
        s.fabric.linksPerCable.reset();
    s.fabric.modulesPerCable.reset();
    if (s.endpointsPerChip() > 1 && random.below(4) > 0)
        s.fabric.dieLink = cloudMatrix()->fabric.dieLink;
    if (random.below(4) == 0) {
        s.fabric.supernodes = count(2);
        s.scaleOut = cloudMatrix()->scaleOut;
    }
    return std::make_shared<const SystemSpec>(std::move(s));
}

std::vector<Change> randomFaults(const Fabric& fabric, Random& random) {
    std::vector<Change> changes;
    for (std::uint32_t i = 0, n = random.below(6); i < n; ++i) {
        const ElementId id(random.below(static_cast<std::uint32_t>(fabric.elementCount() - 1)) + 1);
        if (random.below(3) == 0)
            changes.push_back(Slow{fabric.name(id), 20.0 + random.below(70)});
        else
            changes.push_back(Fail{fabric.name(id)});
    }
    return changes;
}

} // namespace supernode::test
