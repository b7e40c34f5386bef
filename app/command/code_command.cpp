// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/commands.h"

#include "app/files/open_scenario.h"
#include "app/files/qr_picture.h"
#include "app/files/scenario_code.h"

namespace supernode {

Result<std::string> codeCommand(const std::string& name, QrForm form) {
    using Answer = Result<std::string>;
    const Result<Scenario> scenario = openScenario(name);
    if (!scenario)
        return Answer::refused(scenario.issues());
    const Result<std::string> code = codeOf(*scenario);
    if (!code || form == QrForm::None)
        return code ? Answer(*code + "\n") : code;
    const Result<QrSquares> squares = qrSquares(*code);
    if (!squares)
        return Answer::refused(squares.issues());
    return form == QrForm::Svg ? qrSvg(*squares, *code) : qrText(*squares) + *code + "\n";
}

} // namespace supernode
