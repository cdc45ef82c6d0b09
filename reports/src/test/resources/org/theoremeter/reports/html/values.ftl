${text}|${markup}
