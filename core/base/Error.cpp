// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"

namespace guichet {

QLatin1String codeName(ErrorCode code)
{
    switch (code) {
#define GUICHET_ERROR(Name, name)                                                                                                          \
    case ErrorCode::Name: return QLatin1String(#name);
#include "core/base/ErrorCodes.def"
#undef GUICHET_ERROR
    }
    Q_UNREACHABLE();
}

std::optional<ErrorCode> errorCodeNamed(const QString &name)
{
    static const ErrorCode all[] = {
#define GUICHET_ERROR(Name, name) ErrorCode::Name,
#include "core/base/ErrorCodes.def"
#undef GUICHET_ERROR
    };
    for (const ErrorCode code : all)
        if (codeName(code) == name)
            return code;
    return {};
}

bool isStorageFailure(ErrorCode code)
{
    return code == ErrorCode::DatabaseCorrupt || code == ErrorCode::DatabaseFailed || code == ErrorCode::DiskFull ||
           code == ErrorCode::FolderReadOnly;
}

} // namespace guichet
