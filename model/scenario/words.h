// SPDX-License-Identifier: GPL-3.0-or-later
// The words by which files and command lines name the values of an enumeration.
#pragma once

#include "model/scenario/workloads.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace supernode {

// How a transfer picks its way; the rules stand in model/traffic/routing.h.
enum class Routing : std::uint8_t { Spread, Hashed, PlanePerDestination, Adaptive };
// What two dies of one package talk over: the link between them, or the planes like any other pair.
enum class PackagePath : std::uint8_t { Link, Fabric };

template <class Enum, std::size_t n>
using Words = std::array<std::pair<std::string_view, Enum>, n>;

constexpr auto wordsOf(Operation) {
    return Words<Operation, 3>{
        {{"line", Operation::Line}, {"read", Operation::Read}, {"write", Operation::Write}}};
}
constexpr auto wordsOf(Scope) {
    return Words<Scope, 2>{{{"intra-node", Scope::IntraNode}, {"inter-node", Scope::InterNode}}};
}
constexpr auto wordsOf(Target) {
    return Words<Target, 2>{{{"endpoint", Target::Endpoint}, {"cpu", Target::Cpu}}};
}
constexpr auto wordsOf(Placement) {
    return Words<Placement, 2>{{{"packed", Placement::Packed}, {"scattered", Placement::Scattered}}};
}
constexpr auto wordsOf(Algorithm) {
    return Words<Algorithm, 6>{{{"auto", Algorithm::Auto},
                                {"ring", Algorithm::Ring},
                                {"halving-doubling", Algorithm::HalvingDoubling},
                                {"direct", Algorithm::Direct},
                                {"hierarchical", Algorithm::Hierarchical},
                                {"in-switch", Algorithm::InSwitch}}};
}
constexpr auto wordsOf(ElementFormat) {
    return Words<ElementFormat, 4>{{{"bf16", ElementFormat::Bf16},
                                    {"int8", ElementFormat::Int8},
                                    {"fp8", ElementFormat::Fp8},
                                    {"nvfp4", ElementFormat::Nvfp4}}};
}
constexpr auto wordsOf(Precision) {
    return Words<Precision, 4>{{{"bf16", Precision::Bf16},
                                {"int8", Precision::Int8},
                                {"fp8", Precision::Fp8},
                                {"fp8-nvfp4", Precision::Fp8Nvfp4}}};
}
constexpr auto wordsOf(ExpertBalance) {
    return Words<ExpertBalance, 2>{
        {{"default", ExpertBalance::Default}, {"perfect", ExpertBalance::Perfect}}};
}
constexpr auto wordsOf(Recompute) {
    return Words<Recompute, 3>{
        {{"none", Recompute::None}, {"selective", Recompute::Selective}, {"full", Recompute::Full}}};
}
constexpr auto wordsOf(OptimizerState) {
    return Words<OptimizerState, 3>{{{"sharded", OptimizerState::Sharded},
                                     {"copied", OptimizerState::Copied},
                                     {"fully-sharded", OptimizerState::FullySharded}}};
}
constexpr auto wordsOf(Network) {
    return Words<Network, 3>{
        {{"scale-up", Network::ScaleUp}, {"scale-out", Network::ScaleOut}, {"vpc", Network::Vpc}}};
}
constexpr auto wordsOf(Routing) {
    return Words<Routing, 4>{{{"spread", Routing::Spread},
                              {"hashed", Routing::Hashed},
                              {"plane-per-destination", Routing::PlanePerDestination},
                              {"adaptive", Routing::Adaptive}}};
}

constexpr auto wordsOf(PackagePath) {
    return Words<PackagePath, 2>{{{"link", PackagePath::Link}, {"fabric", PackagePath::Fabric}}};
}

template <class Enum>
std::string_view toWord(Enum value) {
    for (const auto& [word, meaning] : wordsOf(Enum{}))
        if (meaning == value)
            return word;
    return {};
}
// False when the word names nothing.
template <class Enum>
bool fromWord(std::string_view word, Enum& value) {
    for (const auto& [known, meaning] : wordsOf(Enum{}))
        if (known == word) {
            value = meaning;
            return true;
        }
    return false;
}
// "line, read, write", for messages.
template <class Enum>
std::string listOf(Enum) {
    std::string list;
    for (const auto& [word, meaning] : wordsOf(Enum{}))
        list += (list.empty() ? "" : ", ") + std::string(word);
    return list;
}

} // namespace supernode
