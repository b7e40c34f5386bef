// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/operation.h"

#include <optional>

namespace supernode {
namespace {

double shareOr1(const std::optional<Fact<Ratio>>& share, const char* field, const SystemSpec& system,
                std::vector<Issue>& warnings) {
    if (share)
        return share->value.base();
    warnings.push_back({field, system.name + " publishes no such share", "the line rate is used instead"});
    return 1;
}

// An end by name: an endpoint, a CPU, or a chip with a single endpoint.
Result<ElementId> endByName(const Fabric& fabric, const std::string& name, const char* field) {
    Result<ElementId> found = fabric.find(name);
    if (!found) {
        Issue issue = found.issues().front();
        issue.field = field;
        return Result<ElementId>::refused(issue);
    }
    const Element e = fabric.element(*found);
    if (e.kind == ElementKind::Endpoint || e.kind == ElementKind::Cpu)
        return found;
    if (e.kind == ElementKind::Chip && fabric.system().endpointsPerChip() == 1)
        return fabric.id(ElementKind::Endpoint, e.index);
    return Result<ElementId>::refused(Issue{field, "\"" + name + "\" does not send or receive by itself",
                                            "name a " + fabric.system().chip.endpointWord + " or a CPU"});
}

Result<ElementId> defaultTo(const Fabric& fabric, const PointToPoint& w) {
    const SystemSpec& s = fabric.system();
    const auto node = static_cast<std::size_t>(w.scope == Scope::InterNode ? 1 : 0);
    if (node >= fabric.count(ElementKind::Node))
        return Result<ElementId>::refused(
            Issue{"workload.scope", s.name + " has only one " + s.node.word, "use intra-node"});
    if (w.target == Target::Cpu)
        return fabric.id(ElementKind::Cpu, node * static_cast<std::size_t>(s.node.cpus.value));
    const auto inNode = static_cast<std::size_t>(s.endpointsPerChip()); // the first of the second chip
    const std::size_t index =
        w.scope == Scope::InterNode ? static_cast<std::size_t>(s.endpointsPerNode()) : inNode;
    if (index >= fabric.count(ElementKind::Endpoint) || (node == 0 && s.chipsPerNode() < 2))
        return Result<ElementId>::refused(Issue{
            "workload.scope", "a " + s.node.word + " of " + s.name + " has a single chip", "use inter-node"});
    return fabric.id(ElementKind::Endpoint, index);
}

} // namespace

Overhead overheadOf(const SystemSpec& system, Operation operation, Target target,
                    std::vector<Issue>& warnings) {
    if (operation == Operation::Line)
        return {};
    const TransferSpec& t = system.transfer;
    const bool read = operation == Operation::Read;
    const double share =
        target == Target::Cpu
            ? shareOr1(read ? t.cpuReadShare : t.cpuWriteShare,
                       read ? "transfer.cpu_read_share" : "transfer.cpu_write_share", system, warnings)
            : shareOr1(read ? t.readShare : t.writeShare,
                       read ? "transfer.read_share" : "transfer.write_share", system, warnings);
    const double tier = system.twoTier() ? shareOr1(t.tierShare, "transfer.tier_share", system, warnings) : 1;
    return {1 / share, 1 / (share * tier)};
}

Duration latencyOf(const SystemSpec& system, Operation operation, Target target, Scope scope,
                   std::vector<Issue>& warnings) {
    if (operation == Operation::Line)
        return {};
    const TransferSpec& t = system.transfer;
    const auto& access = target == Target::Cpu ? t.cpuAccess : t.access;
    if (!access || !t.hop) {
        warnings.push_back({"transfer.access", system.name + " publishes no latency",
                            "the time is that of the bytes alone, a lower bound"});
        return {};
    }
    const int traversals = system.twoTier() && scope == Scope::InterNode ? 3 : 1;
    Duration latency = access->value + t.hop->value * (2.0 * traversals);
    if (operation == Operation::Write && t.writeExtra)
        latency += t.writeExtra->value;
    return latency;
}

Result<Ends> pairOf(const Fabric& fabric, const PointToPoint& w) {
    using Answer = Result<Ends>;
    const Result<ElementId> asker = w.from.empty() ? Result<ElementId>(fabric.id(ElementKind::Endpoint, 0))
                                                   : endByName(fabric, w.from, "workload.from");
    const Result<ElementId> far =
        w.to.empty() ? defaultTo(fabric, w) : endByName(fabric, w.to, "workload.target");
    if (!asker)
        return Answer::refused(asker.issues());
    if (!far)
        return Answer::refused(far.issues());
    if (*asker == *far)
        return Answer::refused(
            Issue{"workload.target", fabric.name(*far) + " would send to itself", "name another end"});
    for (const ElementId end : {*asker, *far})
        if (fabric.element(end).kind == ElementKind::Cpu && !fabric.system().fabric.cpuBandwidth)
            return Answer::refused(Issue{"workload.to",
                                         "the CPUs of " + fabric.system().name + " have no link in " +
                                             fabric.system().fabric.name,
                                         "send to a " + fabric.system().chip.word});
    const auto nodeOf = [&](ElementId end) {
        const Element e = fabric.element(end);
        return e.kind == ElementKind::Cpu ? fabric.element(e.parent).index : fabric.nodeOfEndpoint(e.index);
    };
    const Scope scope = nodeOf(*asker) == nodeOf(*far) ? Scope::IntraNode : Scope::InterNode;
    if (w.operation == Operation::Read)
        return Ends{*far, *asker, scope};
    return Ends{*asker, *far, scope};
}

} // namespace supernode
