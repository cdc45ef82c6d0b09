${text?api.length()}
