// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/powered_systems.h"

namespace supernode::test {
namespace {

Fact<Power> watts(double w) { return {Power::fromBase(w), {w, "W", Grade::Assumption, "", "", "assumed"}}; }
Fact<Ratio> share(double r) { return {ratio(r), {r, "ratio", Grade::Assumption, "", "", "assumed"}}; }
Fact<int> number(int n) { return {n, {static_cast<double>(n), "total", Grade::Assumption, "", "", ""}}; }

} // namespace

SystemPtr withPower(const SystemSpec& system) {
    SystemSpec s = system;
    s.power.chosen = number(1);
    s.power.cpu = watts(150);
    s.power.leaf = watts(100);
    s.power.box = watts(700);
    s.power.module = watts(10);
    s.power.fans = share(0.05);
    s.power.conversion = share(0.965);
    s.power.chipIdle = share(0.2);
    s.power.chipTransfer = share(0.3);
    s.power.cpuIdle = share(0.4);
    s.power.switchIdle = share(0.7);
    s.power.moduleIdle = share(0.9);
    return std::make_shared<const SystemSpec>(std::move(s));
}

SystemPtr poweredCloudMatrix() {
    SystemSpec s = *withPower(*cloudMatrix());
    s.power.revised = watts(594'500);
    return std::make_shared<const SystemSpec>(std::move(s));
}

SystemPtr poweredNvl72() {
    SystemSpec s = *withPower(*nvl72());
    s.cost.typicalPower = watts(145'000);
    s.power.leaf = {};
    s.power.module = {};
    s.power.moduleIdle = {};
    s.power.chip = watts(1200);
    s.power.cpu = watts(300);
    s.power.box = watts(600);
    return std::make_shared<const SystemSpec>(std::move(s));
}

} // namespace supernode::test
