// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/roofline.h"

#include <algorithm>
#include <string>
#include <vector>

namespace supernode {
namespace {

struct NamedShare {
    const char* path;
    const std::optional<Fact<Ratio>>& fact;
};

NamedShare productShare(const ComputeSpec& c, MatrixRate rate) {
    switch (rate) {
    case MatrixRate::EightBit:
        return {"compute.eight_bit_share", c.eightBitShare};
    case MatrixRate::FourBit:
        return {"compute.four_bit_share", c.fourBitShare};
    case MatrixRate::Bf16:
        break;
    }
    return {"compute.bf16_share", c.bf16Share};
}

// All that is missing, so that nobody has to ask again for the next one.
std::optional<Issue> missing(const SystemSpec& system, const Numbers& numbers) {
    const ComputeSpec& c = system.compute;
    std::vector<NamedShare> shares{{"compute.attention_share", c.attentionShare},
                                   {"compute.memory_share", c.memoryShare}};
    // The router is BF16 whatever the rest is.
    for (const MatrixRate rate :
         {MatrixRate::Bf16, numbers.projection.rate, numbers.output.rate, numbers.experts.rate})
        shares.push_back(productShare(c, rate));
    std::vector<std::string> paths;
    const auto lacks = [&](const char* path) {
        if (std::find(paths.begin(), paths.end(), path) == paths.end())
            paths.emplace_back(path);
    };
    for (const NamedShare& share : shares)
        if (!share.fact)
            lacks(share.path);
    if (!c.launch)
        lacks("compute.launch");
    if (paths.empty())
        return std::nullopt;
    std::string all;
    for (std::size_t i = 0; i < paths.size(); ++i)
        all += (i == 0 ? "" : i + 1 == paths.size() ? " and " : ", ") + paths[i];
    return Issue{paths.front(), "what kernels reach on " + system.name + " is not known: " + all,
                 "state it in the system file, graded as what it is"};
}

} // namespace

Result<Roofs> roofsOf(const SystemSpec& system, const Numbers& numbers) {
    using Answer = Result<Roofs>;
    if (std::optional<Issue> issue = check(numbers, system.chip))
        return Answer::refused(std::move(*issue));
    const ComputeSpec& c = system.compute;
    if (std::optional<Issue> issue = missing(system, numbers))
        return Answer::refused(std::move(*issue));
    Roofs roofs;
    for (const MatrixRate rate :
         {MatrixRate::Bf16, numbers.projection.rate, numbers.output.rate, numbers.experts.rate}) {
        const NamedShare share = productShare(c, rate);
        roofs.product[std::size_t(rate)] = matrixRate(system.chip, rate)->base() * share.fact->value.base();
    }
    roofs.attention[std::size_t(numbers.attention)] =
        matrixRate(system.chip, numbers.attention)->base() * c.attentionShare->value.base();
    roofs.memory =
        system.chip.hbmBandwidth.value.base() / system.endpointsPerChip() * c.memoryShare->value.base();
    roofs.launch = c.launch->value.base();
    return roofs;
}

Bound OperatorTime::bound() const {
    if (total() <= 0)
        return Bound::Nothing;
    if (launch > std::max(compute, memory))
        return Bound::Launch;
    return compute > memory ? Bound::Compute : Bound::Memory;
}

OperatorTime timeOf(const Operator& part, const Roofs& roofs) {
    OperatorTime time;
    if (part.flops <= 0 && part.allBytes() <= 0)
        return time;
    if (part.rate && part.flops > 0) {
        const auto& rates = part.kind == OperatorKind::Attention ? roofs.attention : roofs.product;
        time.compute = part.flops / rates[std::size_t(*part.rate)];
    }
    time.memory = part.allBytes() / roofs.memory;
    time.launch = roofs.launch;
    return time;
}

double timeOf(const LayerParts& parts, const Roofs& roofs) {
    double sum = 0;
    for (const Operator& part : parts)
        sum += timeOf(part, roofs).total();
    return sum;
}

double ridge(const Roofs& roofs, MatrixRate rate) { return roofs.product[std::size_t(rate)] / roofs.memory; }

} // namespace supernode
