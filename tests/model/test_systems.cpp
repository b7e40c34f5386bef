// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

template <class Value>
Fact<Value> fact(Value value, double shown, const char* unit, Grade grade = Grade::Paper) {
    return {value, {shown, unit, grade, "", "", ""}};
}
Count count(int n) { return fact(n, n, "of them"); }
Fact<Length> length(double mm) { return fact(millimetres(mm), mm, "mm"); }
Fact<Ratio> share(double r) { return fact(ratio(r), r, "ratio"); }
Fact<Duration> time(double us) { return fact(microseconds(us), us, "us"); }

SystemSpec base() {
    SystemSpec s;
    s.chip = {"chip",
              "NPU",
              "die",
              count(2),
              fact(teraflops(752), 752, "TFLOPS"),
              fact(teraflops(1504), 1504, "TOPS"),
              {},
              fact(gigabytes(128), 128, "GB"),
              fact(gigabytesPerSecond(3200), 3.2, "TB/s"),
              count(8)};
    s.node = {"node", count(48), count(8), count(4), "CPU"};
    s.fabric = {"Unified Bus",
                "plane",
                "L1 chip",
                "L2 chip",
                "box",
                count(2),
                count(7),
                count(16),
                count(2),
                fact(gigabitsPerSecond(224), 224, "Gbit/s"),
                fact(gigabytesPerSecond(160), 160, "GB/s"),
                count(2),
                count(2)};
    s.transfer = {share(0.852), share(0.699), share(0.944), share(0.6875), share(0.978),
                  time(0.825),  time(0.625),  time(0.1),    time(0.1875)};
    s.hall = {count(12),    count(4),      count(2),   length(600), length(1150),
              length(2250), length(352.8), length(88), length(3000)};
    s.cost = {fact(kilowatts(559), 559, "kW"), fact(kilowatts(719), 719, "kW"),
              fact(Money::fromBase(8.2e6), 8.2, "M USD")};
    return s;
}

} // namespace

SystemPtr cloudMatrix() {
    SystemSpec s = base();
    s.id = "cloudmatrix384";
    s.name = "CloudMatrix 384";
    s.accent = "#E69F00";
    s.fabric.dieLink = fact(gigabytesPerSecond(270), 270, "GB/s");
    s.scaleOut = ScaleOutSpec{"RDMA plane", fact(gigabitsPerSecond(200), 200, "Gbit/s"), {}, count(4)};
    s.vpc = VpcSpec{"VPC plane", fact(gigabitsPerSecond(400), 400, "Gbit/s")};
    return std::make_shared<const SystemSpec>(std::move(s));
}

SystemPtr nvl72() {
    SystemSpec s = base();
    s.id = "gb200-nvl72";
    s.name = "GB200 NVL72";
    s.accent = "#56B4E9";
    s.chip.word = "GPU";
    s.chip.endpointWord = "GPU";
    s.chip.endpoints = count(1);
    s.chip.bf16 = fact(teraflops(2500), 2500, "TFLOPS");
    s.node = {"compute tray", count(18), count(4), count(2), "Grace"};
    s.fabric = {"NVLink",
                "switch chip",
                "",
                "NVSwitch chip",
                "switch tray",
                count(1),
                count(18),
                count(1),
                count(2),
                fact(gigabytesPerSecond(50), 50, "GB/s"),
                {},
                {},
                {}};
    s.scaleOut = ScaleOutSpec{"ConnectX-7", fact(gigabitsPerSecond(400), 400, "Gbit/s"), {}, {}};
    s.transfer = {};
    s.transfer.readShare = share(770.0 / 900);
    s.transfer.writeShare = share(770.0 / 900);
    s.hall = {count(1),     count(0),      count(1),      length(600), length(1150),
              length(2250), length(44.45), length(44.45), length(3000)};
    return std::make_shared<const SystemSpec>(std::move(s));
}

SystemPtr smallMachine(int nodes, int chipsPerNode, int endpointsPerChip, int planes, int spines) {
    SystemSpec s = base();
    s.id = "small";
    s.name = "small machine";
    s.node.nodes = count(nodes);
    s.node.chips = count(chipsPerNode);
    s.node.cpus = count(1);
    s.chip.endpoints = count(endpointsPerChip);
    s.fabric.planes = count(planes);
    s.fabric.spinesPerPlane = count(spines);
    s.fabric.spinesPerBox = count(1);
    s.fabric.linksPerCable = count(1);
    s.hall.computeRacks = count(nodes);
    s.hall.switchRacks = count(1);
    s.hall.rows = count(1);
    s.hall.boxHeight = length(10);
    return std::make_shared<const SystemSpec>(std::move(s));
}

OutcomePtr answer(const Scenario& scenario) {
    const Result<OutcomePtr> result = evaluate(scenario);
    EXPECT_TRUE(result) << (result ? "" : toSentence(result.issues().front()));
    return result ? *result : nullptr;
}

double metric(const OutcomePtr& outcome, std::string_view id) {
    const Metric* m = outcome ? outcome->metric(id) : nullptr;
    EXPECT_NE(m, nullptr) << "no metric " << id;
    return m ? m->value : 0;
}

Scenario allToAllOn(SystemPtr system, std::vector<Change> changes, Bytes bytes) {
    return {std::move(system), std::move(changes), AllToAll{.bytes = bytes}};
}

} // namespace supernode::test
