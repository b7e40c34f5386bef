// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/cost.h"

#include <algorithm>
#include <cstdio>
#include <numeric>

namespace supernode {
namespace {

struct CauseWords {
    std::string_view name;
    std::string_view path;   // "" where it depends on the formats
    std::string_view remedy; // what would move it
};

constexpr std::array<CauseWords, causes> causeWords{{
    {"attention on the matrix units", "", "Faster matrix units"},
    {"dense products on the matrix units", "", "Faster matrix units"},
    {"products of the experts on the matrix units", "", "Faster matrix units"},
    {"HBM", "chip.hbm_bandwidth", "A faster HBM"},
    {"element-wise work", "chip.hbm_bandwidth", "A faster HBM"},
    {"launches of operators", "compute.launch", "A shorter launch"},
    {"start-up of dispatch", "", "A shorter start-up of the kernel"},
    {"dispatch on the links", "fabric.link_rate", "Faster links"},
    {"start-up of combine", "", "A shorter start-up of the kernel"},
    {"combine on the links", "fabric.link_rate", "Faster links"},
    {"sums among tensor ranks", "fabric.link_rate", "Faster links"},
    {"overhead of each pass", "serving.step", "A shorter one"},
    {"arrival of the cache", "", "A faster network for it"},
    {"keys and values among context ranks", "fabric.link_rate", "Faster links"},
    {"gradients among data ranks", "fabric.link_rate", "Faster links"},
    {"update of the weights", "chip.hbm_bandwidth", "A faster HBM"},
    {"idle places of the pipeline", "", "A larger global batch"},
}};

const CauseWords& wordsOfCause(Cause cause) { return causeWords[static_cast<std::size_t>(cause)]; }

std::string denseRate(MatrixRate rate) {
    switch (rate) {
    case MatrixRate::EightBit:
        return "chip.eight_bit_dense";
    case MatrixRate::FourBit:
        return "chip.four_bit_dense";
    case MatrixRate::Bf16:
        break;
    }
    return "chip.bf16_dense";
}

bool isExpert(OperatorKind kind) {
    return kind == OperatorKind::RoutedExperts || kind == OperatorKind::SharedExperts;
}

Cause matrixCause(OperatorKind kind) {
    if (kind == OperatorKind::Attention)
        return Cause::Attention;
    return isExpert(kind) ? Cause::Experts : Cause::Products;
}

} // namespace

double Cost::total() const { return std::accumulate(seconds.begin(), seconds.end(), 0.0); }

Cost Cost::operator+(const Cost& other) const {
    Cost sum = *this;
    for (std::size_t i = 0; i < causes; ++i)
        sum.seconds[i] += other.seconds[i];
    return sum;
}

Cost Cost::operator*(double times) const {
    Cost product = *this;
    for (double& part : product.seconds)
        part *= times;
    return product;
}

Cause Cost::largest() const {
    return static_cast<Cause>(std::max_element(seconds.begin(), seconds.end()) - seconds.begin());
}

Cost costOf(const Operator& part, const Speed& speed) {
    Cost cost;
    if (part.message || (part.flops <= 0 && part.allBytes() <= 0))
        return cost;
    const OperatorTime time = timeOf(part, speed.roofs);
    const double grouped = part.rate && isExpert(part.kind) ? speed.experts[std::size_t(*part.rate)] : 0;
    const double compute = grouped > 0 ? part.flops / grouped : time.compute;
    if (part.rate) {
        // What a product reads and writes beside its weights and cache passes the vector units, too.
        (compute > time.memory ? cost[matrixCause(part.kind)] : cost[Cause::Memory]) =
            std::max(compute, time.memory);
    }
    if (speed.vector > 0)
        cost[Cause::Vector] = (part.inputBytes + part.outputBytes) / speed.vector;
    cost[Cause::Launch] = time.launch;
    return cost;
}

std::string_view nameOf(Cause cause) { return wordsOfCause(cause).name; }

WorkLimit roofOf(Cause cause) {
    switch (cause) {
    case Cause::Attention:
    case Cause::Products:
    case Cause::Experts:
        return WorkLimit::Compute;
    case Cause::Memory:
    case Cause::Vector:
    case Cause::Optimizer:
        return WorkLimit::Memory;
    case Cause::DispatchWire:
    case Cause::CombineWire:
    case Cause::Collective:
    case Cause::Ring:
    case Cause::Gradients:
    case Cause::Pipeline:
        return WorkLimit::Fabric;
    case Cause::Launch:
    case Cause::DispatchStart:
    case Cause::CombineStart:
    case Cause::Step:
    case Cause::Cache:
        break;
    }
    return WorkLimit::Software;
}

std::string pathOf(Cause cause, const Numbers& numbers, const SystemSpec& system) {
    const CollectiveSpec& kernels = system.collective;
    switch (cause) {
    case Cause::Attention:
        return denseRate(numbers.attention);
    case Cause::Products:
        return denseRate(numbers.projection.rate);
    case Cause::Experts:
        return denseRate(numbers.experts.rate);
    case Cause::DispatchStart:
        return kernels.moeDispatch ? "collective.moe_dispatch" : "collective.launch";
    case Cause::CombineStart:
        return kernels.moeCombine ? "collective.moe_combine" : "collective.launch";
    case Cause::Cache:
        return system.serving.cacheRate ? "serving.cache_rate" : "";
    default:
        return std::string(wordsOfCause(cause).path);
    }
}

Limit limitOf(const Cost& cost, const Numbers& numbers, const SystemSpec& system, const std::string& what) {
    const double all = cost.total();
    if (!(all > 0))
        return {"nothing", 0, "Nothing is computed.", ""};
    const Cause largest = cost.largest();
    const CauseWords& said = wordsOfCause(largest);
    const double share = cost[largest] / all;
    char percent[16];
    std::snprintf(percent, sizeof percent, "%.0f %%", share * 100);
    const std::string name(said.name);
    return {name, share,
            "The largest part of " + what + ", " + percent + ", is " + name + ". " +
                std::string(said.remedy) + " would move it most.",
            pathOf(largest, numbers, system)};
}

} // namespace supernode
