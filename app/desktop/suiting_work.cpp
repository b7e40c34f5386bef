// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/suiting_work.h"

#include "model/outcome/compared_work.h"
#include "model/scenario/fitting_work.h"
#include "views/panels/workload_table.h"

namespace supernode {

Scenario workThatSuits(const Scenario& scenario, SystemPtr system) {
    const bool counted = std::visit(
        [](const auto& w) {
            return requires { w.chips; };
        },
        scenario.workload);
    const bool lacks = lacking(scenario.workload, *system).has_value();
    Scenario same = sameWorkOn(scenario, std::move(system));
    if (lacks && !counted)
        same.workload = freshWorkload(kindOf(scenario.workload), *same.system, Specification{});
    return same;
}

} // namespace supernode
